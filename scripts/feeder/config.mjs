/** The configuration of a feeder: what it must say, and what it may leave out. */
import { readFileSync } from 'node:fs';

/** A mistake in the configuration, told by where it is. */
export class ConfigError extends Error {}

const isText = (value) => typeof value === 'string' && value.length > 0;
const isPointer = (value) => typeof value === 'string' && value.startsWith('/');
const isCount = (value) => Number.isInteger(value) && value > 0;
const isPositive = (value) => typeof value === 'number' && Number.isFinite(value) && value > 0;
const isPart = (value) => isPositive(value) && value < 1;
const isPort = (value) => Number.isInteger(value) && value >= 0 && value < 65_536;

function isUrl(value) {
	try {
		return /^(https?|wss?):$/.test(new URL(value).protocol);
	} catch {
		return false;
	}
}

/** Each field: its check, what to say if it fails, and its default; without one it must be there. */
const FEEDER = {
	endpoint: [isUrl, 'the WebSocket address of a node, such as "ws://127.0.0.1:9944"'],
	keyFile: [isText, 'a file that holds the secret phrase or key of the feeder'],
	sources: [(value) => Array.isArray(value) && value.length > 0, 'a list of one source or more'],
	minimumSources: [isCount, 'how many sources must agree, at least 1'],
	outlier: [isPart, 'the part of the median beyond which a source is left out, such as 0.02', 0.02],
	maxAgeSeconds: [isPositive, 'how old an answer may be to count, in seconds', 60],
	pollSeconds: [isPositive, 'the seconds between two looks at a source', 10],
	timeoutSeconds: [isPositive, 'how long a source may take to answer, in seconds', 5],
	intervalSeconds: [isPositive, 'the most seconds between two feeds', 60],
	deviation: [isPart, 'the part by which the price has to move to be fed at once, such as 0.005', 0.005],
	metrics: [(value) => typeof value === 'object' && value !== null, 'where to show metrics', {}],
};
const METRICS = {
	host: [isText, 'an address of this machine', '127.0.0.1'],
	port: [isPort, 'a port', 9_616],
};
const SOURCE = {
	name: [isText, 'what to call it in logs and metrics'],
	url: [isUrl, 'an address beginning with http:// or https://'],
	price: [isPointer, 'a JSON pointer to the price, such as "/data/price"'],
	time: [(value) => value === null || isPointer(value), 'a JSON pointer to its Unix time', null],
	weight: [isCount, 'a whole number', 1],
};

function checked(fields, value, where) {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new ConfigError(`${where}: must be an object`);
	const unknown = Object.keys(value).find((name) => !(name in fields));
	if (unknown)
		throw new ConfigError(`${where}: "${unknown}" is not known; known are ${Object.keys(fields).join(', ')}`);
	const entries = Object.entries(fields).map(([name, [isGood, meaning, preset]]) => {
		const found = value[name] ?? preset;
		if (found === undefined) throw new ConfigError(`${where}: "${name}" is missing: ${meaning}`);
		if (!isGood(found))
			throw new ConfigError(`${where}: "${name}" must be ${meaning}, not ${JSON.stringify(found)}`);
		return [name, found];
	});
	return Object.fromEntries(entries);
}

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

/** The configuration in a file. */
export function readConfig(path) {
	let text;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		throw new ConfigError(`${path} cannot be read: ${error.message}`);
	}
	try {
		return configOf(JSON.parse(text));
	} catch (error) {
		if (error instanceof ConfigError) throw new ConfigError(`${path}: ${error.message}`);
		throw new ConfigError(`${path} is not JSON: ${error.message}`);
	}
}

/** The secret in a file: one line. */
export function readSecret(path) {
	try {
		const secret = readFileSync(path, 'utf8').trim();
		if (secret) return secret;
	} catch (error) {
		throw new ConfigError(`the key file ${path} cannot be read: ${error.message}`);
	}
	throw new ConfigError(`the key file ${path} is empty`);
}
