/** The configuration of a feeder: what it must say, and what it may leave out. */
import {
	ConfigError,
	addressFields,
	checked,
	isCount,
	isFilled,
	isObject,
	isPart,
	isPointer,
	isPositive,
	isText,
	isUrl,
} from '../daemon/config.mjs';

const FEEDER = {
	endpoint: [isUrl, 'the WebSocket address of a node, such as "ws://127.0.0.1:9944"'],
	keyFile: [isText, 'a file that holds the secret phrase or key of the feeder'],
	sources: [isFilled, 'a list of one source or more'],
	minimumSources: [isCount, 'how many sources must agree, at least 1'],
	outlier: [isPart, 'the part of the median beyond which a source is left out, such as 0.02', 0.02],
	maxAgeSeconds: [isPositive, 'how old an answer may be to count, in seconds', 60],
	pollSeconds: [isPositive, 'the seconds between two looks at a source', 10],
	timeoutSeconds: [isPositive, 'how long a source may take to answer, in seconds', 5],
	intervalSeconds: [isPositive, 'the most seconds between two feeds', 60],
	deviation: [isPart, 'the part by which the price has to move to be fed at once, such as 0.005', 0.005],
	metrics: [isObject, 'where to show metrics', {}],
};
const METRICS = addressFields(9_616);
const SOURCE = {
	name: [isText, 'what to call it in logs and metrics'],
	url: [isUrl, 'an address beginning with http:// or https://'],
	price: [isPointer, 'a JSON pointer to the price, such as "/data/price"'],
	time: [(value) => value === null || isPointer(value), 'a JSON pointer to its Unix time', null],
	weight: [isCount, 'a whole number', 1],
};

/** The whole configuration of `value`, with its defaults. Throws a [`ConfigError`] that names the field. */
export function configOf(value) {
	const config = checked(FEEDER, value, 'the configuration');
	const sources = config.sources.map((source, index) => checked(SOURCE, source, `source ${index + 1}`));
	const names = new Set(sources.map(({ name }) => name));
	if (names.size < sources.length) throw new ConfigError('the configuration: two sources have the same name');
	if (config.minimumSources > sources.length)
		throw new ConfigError(`the configuration: "minimumSources" is more than the ${sources.length} sources`);
	if (config.timeoutSeconds > config.maxAgeSeconds)
		throw new ConfigError('the configuration: an answer would be too old before its time is out');
	return { ...config, sources, metrics: checked(METRICS, config.metrics, 'metrics') };
}
