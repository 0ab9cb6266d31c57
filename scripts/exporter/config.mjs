/** The configuration of an exporter: what it must say, and what it may leave out. */
import { addressFields, checked, isObject, isPositive, isUrl } from '../daemon/config.mjs';

const EXPORTER = {
	endpoint: [isUrl, 'the WebSocket address of a node, such as "ws://127.0.0.1:9944"'],
	rowsSeconds: [isPositive, 'the seconds between two counts of debts and unpaid rows', 60],
	invariantsSeconds: [isPositive, 'the seconds between two checks of the invariants', 600],
	metrics: [isObject, 'where to show metrics', {}],
};
const METRICS = addressFields(9_620);

/** The whole configuration of `value`, with its defaults. Throws a `ConfigError` that names the field. */
export function configOf(value) {
	const config = checked(EXPORTER, value, 'the configuration');
	return { ...config, metrics: checked(METRICS, config.metrics, 'metrics') };
}
