/** What a referendum would do to the emission, printed and plotted. See docs/governance.md. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connect } from '../lib/chain.mjs';
import { plot } from './plot.mjs';
import { previewOf } from './preview.mjs';
import { readReferendum } from './referendum.mjs';
import { describe } from './report.mjs';

const USAGE = `Usage: scripts/preview [options] <number of the referendum>

Prints what the referendum's call is; if it adopts a policy, what that changes, and what the chain would burn, mint and
pay with it and without it, computed by the chain's own code. Plots the same as SVG.

  --endpoint <address>   the node's RPC (ws://127.0.0.1:9944)
  --scenario <name>      Flat, BoomAndBust, PriceHalves, DemandFalls, PriceStale, Wash or SuppliersLeave (Flat)
  --epochs <number>      how many epochs ahead, at most 366 (90)
  --out <file>           where the plot goes (referendum-<number>.svg)`;

const OPTIONS = {
	endpoint: { type: 'string', default: 'ws://127.0.0.1:9944' },
	scenario: { type: 'string', default: 'Flat' },
	epochs: { type: 'string', default: '90' },
	out: { type: 'string' },
	help: { type: 'boolean', short: 'h' },
};

/** The options, or `null` if they cannot be read. */
function readOptions() {
	try {
		const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
		const [referendum, epochs] = [positionals[0], values.epochs].map(Number);
		const whole = positionals.length === 1 && [referendum, epochs].every(Number.isSafeInteger);
		return whole && epochs > 0 && referendum >= 0 ? { ...values, referendum, epochs } : null;
	} catch {
		return null;
	}
}

const options = readOptions();
if (!options || options.help) {
	console.log(USAGE);
	process.exit(options ? 0 : 2);
}

const api = await connect(options.endpoint);
try {
	const referendum = await readReferendum(api, options.referendum);
	const preview = referendum.policy && (await previewOf(api, referendum, options));
	console.log(describe(referendum, preview));
	if (preview?.candidate) {
		const out = options.out ?? `referendum-${options.referendum}.svg`;
		writeFileSync(out, plot(preview, `Referendum ${options.referendum}, scenario ${options.scenario}`));
		console.log(`\nplotted: ${out}`);
	}
} catch (error) {
	console.error(`error: ${error.message}`);
	process.exitCode = 1;
} finally {
	await api.disconnect();
}
