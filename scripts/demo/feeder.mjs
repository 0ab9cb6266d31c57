/**
 * A price feeder: `node feeder.mjs <endpoint> <key> [price]` feeds the token price every other block until it is
 * stopped.
 *
 * A real one reads exchanges. This one says that the token trades around a fixed price, a little off in its own
 * way, as feeders are.
 */
import { account, connect, feedOf } from '../lib/chain.mjs';
import { FIXED, fixedPoint } from '../lib/units.mjs';

const EVERY = 12_000;
/** Blocks in which a feed has to be included: a late one would state an old price. */
const ERA_PERIOD = 16;

const [endpoint, uri, price = '0.5'] = process.argv.slice(2);
if (!endpoint || !uri) {
	console.error('Usage: node feeder.mjs <endpoint> <key> [price]');
	process.exit(2);
}

const api = await connect(endpoint);
const feeder = account(uri);

/** Up to 0.1 % off, another way for each feeder and minute. */
function observed() {
	const minute = Math.floor(Date.now() / 60_000);
	const off = Math.sin(minute + feeder.address.charCodeAt(5)) / 1_000;
	return fixedPoint(price) + (fixedPoint(price) * BigInt(Math.round(off * 1e9))) / (FIXED / 10n ** 9n);
}

async function feed() {
	try {
		const transaction = await feedOf(api, observed());
		await transaction.signAndSend(feeder, { nonce: -1, era: ERA_PERIOD });
	} catch (error) {
		console.error(`${uri}: ${error.message}`);
	}
}

await feed();
setInterval(feed, EVERY);
