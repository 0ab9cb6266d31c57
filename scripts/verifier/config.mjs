/** The configuration of a verifier: what it must say, and what it may leave out. */
import { addressFields, checked, isCount, isFilled, isObject, isPositive, isText, isUrl } from '../daemon/config.mjs';

const VERIFIER = {
	endpoint: [isUrl, 'the WebSocket address of a node, such as "ws://127.0.0.1:9944"'],
	keyFile: [isText, 'a file that holds the secret phrase or key of the verifier'],
	database: [isText, 'the file that holds what the verifier committed to'],
	judge: [
		(value) => isFilled(value) && value.every(isText),
		'a command and its arguments, such as ["/usr/local/bin/judge"]',
	],
	timeoutSeconds: [isPositive, 'how long the command may take, in seconds', 600],
	retrySeconds: [isPositive, 'when a command that failed is run again, in seconds', 30],
	atOnce: [isCount, 'how many commands may run at once', 2],
	metrics: [isObject, 'where to show metrics', {}],
};
const METRICS = addressFields(9_619);

/** The whole configuration of `value`, with its defaults. Throws a `ConfigError` that names the field. */
export function configOf(value) {
	const config = checked(VERIFIER, value, 'the configuration');
	return { ...config, metrics: checked(METRICS, config.metrics, 'metrics') };
}
