/** Two nodes with the same keys. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account } from '../../scripts/lib/chain.mjs';
import { supplyAt } from '../../scripts/lib/ledger.mjs';
import { TOKEN } from '../../scripts/lib/units.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { Network } from '../lib/network.mjs';

/** Seconds that a session lasts, and some. */
const SESSION = 480;
const BOND = 10_000n * TOKEN;
/** What one of four loses: (3 ÷ 4)² of its bond. */
const LOST = (BOND * 9n) / 16n;
const network = new Network();

beforeAll(async () => {
	await network.start('alice', 'bob', 'charlie', 'dave');
	await network.finalizes('alice', 2, 90);
});

afterAll(() => network.stop());

test('A32_validator_should_be_reported_slashed_and_removed_when_it_equivocates', async () => {
	const api = network.api('alice');
	const dave = account('//Dave//stash').address;
	const addresses = (list) => list.map((one) => one.toString());
	const validators = async () => addresses(await api.query.validatorSet.validators());
	const offenders = async () => addresses(await api.query.validatorSet.offenders());
	const bonded = async () => (await api.query.balances.holds(dave)).find(({ id }) => id.isValidatorSet).amount;
	expect(await validators()).toContain(dave);
	expect((await bonded()).toBigInt()).toBe(BOND);
	// Without votes, which would be an offence as well: it has to be the blocks that are reported.
	await network.add('double', '--dave', '--no-grandpa');
	await until(async () => (await offenders()).length > 0, 'a report', 300);
	expect(await offenders()).toEqual([dave]);
	expect(await api.query.session.disabledValidators(), 'it authors nothing more').toHaveLength(1);
	await until(async () => !(await validators()).includes(dave), 'its removal with the session', SESSION);
	// However many blocks were doubled and reported.
	expect((await bonded()).toBigInt()).toBe(BOND - LOST);
	const { burned } = await supplyAt(api, (await api.rpc.chain.getBlockHash()).toHex());
	expect(burned.get('Slash')).toBe(LOST);
	await network.finalizes('alice', 3, 120);
	expect((await api.call.invariantsApi.check()).isOk).toBe(true);
}, 900_000);
