/**
 * A verifier: has a command of the operator judge jobs, commits to what it says and reveals it. See
 * docs/contribution.md.
 */
import { readConfig, readSecret } from '../daemon/config.mjs';
import { argumentsOf, log, run } from '../daemon/program.mjs';
import { Chain } from './chain.mjs';
import { configOf } from './config.mjs';
import { serve } from './service.mjs';

const [path] = argumentsOf('Usage: node scripts/verifier/main.mjs <config.json>   (see docs/contribution.md)');

await run(async () => {
	const config = readConfig(path, configOf);
	const secret = readSecret(config.keyFile);
	await serve(config, { log, connect: (context) => Chain.connect(config, secret, context) });
});
