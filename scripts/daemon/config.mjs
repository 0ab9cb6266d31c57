/** Checking a configuration: what a field must be, what to say if it is not, and its default. */
import { readFileSync } from 'node:fs';

/** A mistake in the configuration, told by where it is. */
export class ConfigError extends Error {}

export const isText = (value) => typeof value === 'string' && value.length > 0;
export const isPointer = (value) => typeof value === 'string' && value.startsWith('/');
export const isCount = (value) => Number.isInteger(value) && value > 0;
export const isPositive = (value) => typeof value === 'number' && Number.isFinite(value) && value > 0;
export const isPart = (value) => isPositive(value) && value < 1;
export const isPort = (value) => Number.isInteger(value) && value >= 0 && value < 65_536;
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isFilled = (value) => Array.isArray(value) && value.length > 0;

export function isUrl(value) {
	try {
		return /^(https?|wss?):$/.test(new URL(value).protocol);
	} catch {
		return false;
	}
}

/** The fields of an address to listen at, with `port` as the default. */
export const addressFields = (port) => ({
	host: [isText, 'an address of this machine', '127.0.0.1'],
	port: [isPort, 'a port', port],
});

/**
 * `value` by `fields`, with its defaults. Each field is its check, what to say if it fails, and its default; without
 * one it must be there. Throws a [`ConfigError`] that names the field.
 */
export function checked(fields, value, where) {
	if (!isObject(value)) throw new ConfigError(`${where}: must be an object`);
	const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
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

/** The configuration in a file, as `configOf` makes it of its JSON. */
export function readConfig(path, configOf) {
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

/** The lines of a file that say something; `what` the file is. */
export function readLines(path, what) {
	let text;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		throw new ConfigError(`the ${what} ${path} cannot be read: ${error.message}`);
	}
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line);
	if (lines.length === 0) throw new ConfigError(`the ${what} ${path} is empty`);
	return lines;
}

/** The secret of an account in a file: one line. */
export function readSecret(path) {
	const [secret, ...others] = readLines(path, 'key file');
	if (others.length > 0) throw new ConfigError(`the key file ${path} has more than one line`);
	return secret;
}
