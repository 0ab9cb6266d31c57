/** The configuration of a reporter: what it must say, and what it may leave out. */
import { addressFields, checked, isCount, isFilled, isObject, isPositive, isText, isUrl } from '../daemon/config.mjs';

const REPORTER = {
	endpoint: [isUrl, 'the WebSocket address of a node, such as "ws://127.0.0.1:9944"'],
	keyFile: [isText, 'a file that holds the secret phrase or key of the reporter'],
	measure: [
		(value) => isFilled(value) && value.every(isText),
		'a command and its arguments, such as ["/usr/local/bin/measure"]',
	],
	timeoutSeconds: [isPositive, 'how long the command may take, in seconds', 600],
	demandOneIn: [isCount, 'of how many suppliers with devices one has to prove some, drawn anew in every epoch', 4],
	retrySeconds: [isPositive, 'when a command that failed is run again, in seconds', 30],
	metrics: [isObject, 'where to show metrics', {}],
};
const METRICS = addressFields(9_618);

/** The whole configuration of `value`, with its defaults. Throws a `ConfigError` that names the field. */
export function configOf(value) {
	const config = checked(REPORTER, value, 'the configuration');
	return { ...config, metrics: checked(METRICS, config.metrics, 'metrics') };
}
