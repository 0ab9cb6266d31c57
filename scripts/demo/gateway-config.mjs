/** Prints the configuration of a gateway of a developer chain: `node gateway-config.mjs <endpoint> <folder> <name> <port>`. */
import path from 'node:path';

const [endpoint, folder, name, port] = process.argv.slice(2);
const events = {
	'payment_intent.succeeded': 'receipt',
	'charge.refunded': { as: 'reversal', if: { '/data/object/refunded': true } },
};
const secretFile = path.join(folder, 'secrets');
const config = {
	endpoint,
	keyFile: path.join(folder, `${name}.key`),
	database: path.join(folder, `${name}.db`),
	listen: { port: Number(port) },
	metrics: { port: 0 },
	providers: [
		{ name: 'card', id: 1, secretFile, events },
		{ name: 'transfer', id: 2, secretFile, events },
	],
};
console.log(JSON.stringify(config, null, '\t'));
