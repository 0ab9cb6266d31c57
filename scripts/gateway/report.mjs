/** What an operator should look at: `list` asks the gateway that runs, or reads the database if none does. */
import { existsSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { ConfigError } from '../daemon/config.mjs';
import { InUse } from '../daemon/lock.mjs';
import { dollars } from '../lib/units.mjs';
import { told } from './event.mjs';
import { Store } from './store.mjs';

/** Milliseconds after which something should have reached the chain. */
const PATIENCE = 600_000;

const when = (time) => new Date(time).toISOString();

/** The report as text. */
export function report(store, now = Date.now()) {
	const items = store.troubles(now - PATIENCE).map((item) => {
		const state = ['new', 'sent'].includes(item.state) ? 'stuck' : item.state;
		const about = `${state} ${told(item)} (provider ${item.provider}, event ${item.event})`;
		return `${when(item.received_at)} ${about}${item.note ? `: ${item.note}` : ''}`;
	});
	const redemptions = store
		.openRedemptions()
		.map(({ id, who, amount, state, payment, instructions, tries, note }) => {
			const facts = [
				...(payment ? [payment] : []),
				...(instructions || payment ? [] : ['no instructions']),
				...(tries > 0 ? [`tried ${tries} times`] : []),
				...(note ? [note] : []),
			];
			const rest = facts.length > 0 ? `: ${facts.join(', ')}` : '';
			return `redemption ${id} of ${dollars(amount)} for ${who} is ${state}${rest}`;
		});
	return [...items, ...redemptions, `${items.length} items to look at, ${redemptions.length} redemptions open`].join(
		'\n',
	);
}

const socketOf = (database) => `${database}.socket`;

/** Answer `list` on a socket beside the database, for this user alone. Resolves with the server. */
export function serveReport(database, store) {
	// We have the database: what is there is of a process that was killed.
	rmSync(socketOf(database), { force: true });
	const server = createServer((_, response) => response.end(report(store)));
	const before = process.umask(0o177);
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(socketOf(database), () => resolve(server));
	}).finally(() => process.umask(before));
}

function ask(database) {
	return new Promise((resolve, reject) => {
		const asked = request({ socketPath: socketOf(database), path: '/' }, async (response) => {
			let text = '';
			for await (const chunk of response.setEncoding('utf8')) text += chunk;
			resolve(text);
		});
		asked.once('error', reject);
		asked.end();
	});
}

/** The report of a database, whether a gateway has it open or not. */
export async function list(database) {
	if (!existsSync(database)) throw new ConfigError(`there is no database ${database}`);
	let store;
	try {
		store = await Store.open(database);
	} catch (error) {
		if (error instanceof InUse) return ask(database);
		throw error;
	}
	try {
		return report(store);
	} finally {
		store.close();
	}
}
