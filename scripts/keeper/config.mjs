/** The configuration of a keeper: what it must say, and what it may leave out. */
import { addressFields, checked, isFilled, isObject, isPositive, isText, isUrl } from '../daemon/config.mjs';

const KEEPER = {
	endpoint: [isUrl, 'the WebSocket address of a node, such as "ws://127.0.0.1:9944"'],
	keyFile: [isText, 'a file that holds the secret phrase or key of the supplier'],
	database: [isText, 'a file for what must not be forgotten between an answer and its proof'],
	sign: [
		(value) => isFilled(value) && value.every(isText),
		'a command and its arguments, such as ["/usr/local/bin/collect-signatures"]',
	],
	timeoutSeconds: [isPositive, 'how long the command may take, in seconds', 60],
	retrySeconds: [isPositive, 'when a command that failed is run again, in seconds', 30],
	metrics: [isObject, 'where to show metrics', {}],
};
const METRICS = addressFields(9_622);

/** The whole configuration of `value`, with its defaults. Throws a `ConfigError` that names the field. */
export function configOf(value) {
	const config = checked(KEEPER, value, 'the configuration');
	return { ...config, metrics: checked(METRICS, config.metrics, 'metrics') };
}
