/**
 * A fiat gateway: turns signed webhooks of payment providers into receipts on the chain, and redemptions into payouts.
 * See docs/fiat.md.
 */
import { ConfigError, readConfig, readSecret } from '../daemon/config.mjs';
import { argumentsOf, log, run } from '../daemon/program.mjs';
import { Chain } from './chain.mjs';
import { configOf } from './config.mjs';
import { list } from './report.mjs';
import { serve } from './service.mjs';

const USAGE = `Usage: node scripts/gateway/main.mjs <config.json>        runs the gateway
       node scripts/gateway/main.mjs <config.json> list   prints what wants a look   (see docs/fiat.md)`;

const [path, command] = argumentsOf(USAGE, 2);

await run(async () => {
	const config = readConfig(path, configOf);
	if (command === 'list') return console.log(await list(config.database));
	if (command) throw new ConfigError(`"${command}" is no command.\n${USAGE}`);
	const secret = readSecret(config.keyFile);
	await serve(config, { log, connect: (context) => Chain.connect(config, secret, context) });
});
