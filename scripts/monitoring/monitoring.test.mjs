/** What the alerts and the dashboard ask for is what the programs show; of the node, `e2e/exporter.test.mjs` asks it. */
import { expect, test } from 'vitest';
import { Metrics as Exporter } from '../exporter/metrics.mjs';
import { Metrics as Feeder } from '../feeder/metrics.mjs';
import { ALERTS, ALERTS_TESTS, DASHBOARD, metricsIn } from './metrics.mjs';

const shown = [Exporter, Feeder].flatMap((Metrics) =>
	new Metrics().registry.getMetricsAsArray().map(({ name }) => name),
);
const expressions = DASHBOARD.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

test.each([
	['the alerts', ALERTS],
	['the tests of the alerts', ALERTS_TESTS],
	['the dashboard', expressions.join('\n')],
])('metrics_should_be_shown_by_a_program_when_they_are_asked_for_by_%s', (_, text) => {
	const asked = metricsIn(text, 'bme');
	expect(asked.length).toBeGreaterThan(5);
	expect(asked.filter((name) => !shown.includes(name))).toEqual([]);
});

test('alert_should_have_a_summary_and_an_action', () => {
	const count = (word) => ALERTS.split(`${word}:`).length - 1;
	expect(count('alert')).toBeGreaterThan(0);
	expect([count('summary'), count('action'), count('severity')]).toEqual(Array(3).fill(count('alert')));
});

test('panels_should_be_whole_and_apart', () => {
	const { panels } = DASHBOARD;
	expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
	expect(new Set(panels.map(({ gridPos: { x, y } }) => `${x} ${y}`)).size).toBe(panels.length);
	for (const { title, datasource, targets, gridPos } of panels) {
		expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
		expect([datasource, ...targets.map((target) => target.datasource)], title).toEqual(
			Array(targets.length + 1).fill({ type: 'prometheus', uid: '${source}' }),
		);
	}
});
