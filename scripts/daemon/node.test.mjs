import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Metrics } from './metrics.mjs';
import { connectTo } from './node.mjs';

test('absence_of_the_node_should_be_said_once_when_it_lasts', async () => {
	const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
	const lines = [];
	connectTo({ endpoint: 'ws://127.0.0.1:1' }, '//Alice', {
		log: (line) => lines.push(line),
		metrics: new Metrics('a_'),
	});
	await sleep(5_000);
	expect(lines).toEqual(['no connection to ws://127.0.0.1:1; trying again every 2 s']);
	expect(errors).not.toHaveBeenCalled();
});
