/** What the command lines of the programs share. */
import { ConfigError } from './config.mjs';

export const log = (line) => console.log(`${new Date().toISOString()} ${line}`);

function fail(message) {
	console.error(`error: ${message}`);
	process.exit(2);
}

/** The arguments, between one and `most` of them; help, or what is wrong with them, ends the program. */
export function argumentsOf(usage, most = 1) {
	const given = process.argv.slice(2);
	if (given[0] === '--help' || given[0] === '-h') {
		console.log(usage);
		process.exit(0);
	}
	if (given.length === 0 || given.length > most) fail(`one configuration file, please.\n${usage}`);
	return given;
}

/** Run `start`; a mistake of the operator ends the program with a word about it. */
export async function run(start) {
	try {
		await start();
	} catch (error) {
		if (error instanceof ConfigError || error.code === 'EADDRINUSE') fail(error.message);
		throw error;
	}
}

/** Call `stop` when the program is told to end, then end it. */
export function stopWith(stop) {
	const end = async () => {
		await stop();
		log('stopped');
		process.exit(0);
	};
	process.once('SIGTERM', end);
	process.once('SIGINT', end);
}
