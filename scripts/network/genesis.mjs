/** A specification that is the local test network's but for who is who. */
import { TOKEN, fixedPoint } from '../lib/units.mjs';

const MINUTE = 60_000;
/** Digits from which a number is no longer exact in JavaScript. */
const LONG = 16;
const PERCENT = 10_000_000;
/** Which part of the jobs that nobody disputes is checked: by class, and of suppliers that no panel knows; less of a job that burns less. */
const SAMPLING = {
	known: { agent: PERCENT, inference: 2 * PERCENT, training: 10 * PERCENT },
	unknown: 25 * PERCENT,
	minBurn: TOKEN,
};
const EVERY_CLASS = { agent: true, inference: true, training: true };

/** Parse JSON with large whole numbers as `BigInt`. */
export function parseExact(text) {
	const marked = text.replace(new RegExp(`([:\\[,]\\s*)(\\d{${LONG},})(?=\\s*[,\\]}])`, 'g'), '$1"#$2"');
	return JSON.parse(marked, (_, value) =>
		typeof value === 'string' && /^#\d+$/.test(value) ? BigInt(value.slice(1)) : value,
	);
}

/** JSON of a value with every `BigInt` as a number. */
export function formatExact(value) {
	const marked = JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `#${one}` : one), '\t');
	return `${marked.replace(/"#(\d+)"/g, '$1')}\n`;
}

/** Tokens as text, such as `1000.5`, in base units. */
export function baseUnits(text) {
	const [whole, fraction = ''] = text.split('.');
	return BigInt(whole) * TOKEN + BigInt(fraction.padEnd(12, '0'));
}

/** `local`, a plain specification, with what `operators` say in the place of all that is known to everybody. */
export function specificationOf(local, operators) {
	const { name, id, bootNodes } = operators;
	const spec = { ...local, name, id, chainType: 'Live', bootNodes, telemetryEndpoints: null };
	spec.genesis = { runtimeGenesis: { ...local.genesis.runtimeGenesis } };
	spec.genesis.runtimeGenesis.patch = genesisOf(local.genesis.runtimeGenesis.patch, operators);
	return spec;
}

function genesisOf(patch, operators) {
	const { accounts, validators, suppliers, feeders, gateways, reporters, verifiers, auditors } = operators;
	const balances = accounts.map(({ account, tokens }) => [account, baseUnits(tokens)]);
	const issuance = balances.reduce((sum, [, amount]) => sum + amount, 0n);
	return {
		...patch,
		balances: { balances },
		assets: { ...patch.assets, accounts: [] },
		session: { keys: validators.map(({ stash, keys }) => [stash, stash, keys]) },
		feederMembership: { ...patch.feederMembership, members: feeders },
		gatewayMembership: { ...patch.gatewayMembership, members: gateways },
		reporterMembership: { ...patch.reporterMembership, members: reporters },
		measurement: { ...patch.measurement, reporters },
		verification: { verifiers, sampling: SAMPLING },
		auditorMembership: { ...patch.auditorMembership, members: auditors },
		fiat: { ...patch.fiat, threshold: operators.gatewayThreshold },
		price: { ...patch.price, initialPrice: String(fixedPoint(operators.price)) },
		contribution: { suppliers: suppliers.map(({ account, bond }) => [account, baseUnits(bond), EVERY_CLASS]) },
		bme: {
			...patch.bme,
			timeScale: operators.timeScale,
			policy: policyOf(patch.bme.policy, issuance, operators),
		},
	};
}

/** The preset's policy for these numbers, as `Policy::default_for` makes it. */
function policyOf(policy, issuance, { price, epochMinutes }) {
	const [{ geometric }] = policy.schedule.terms;
	return {
		...policy,
		epochLength: epochMinutes * MINUTE,
		floorPrice: String(fixedPoint(price) / 10n),
		schedule: { terms: [{ geometric: { ...geometric, first: issuance / 20n } }] },
	};
}
