/** Who validates: one joins by governance, one moves to another host, one leaves. Six sessions: half an hour. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, send } from '../../scripts/lib/chain.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { Network, SESSIONS } from '../lib/network.mjs';
import { SOON, carry } from '../lib/referendum.mjs';

const MINUTES = 60_000;
const network = new Network({ timeScale: SOON });
const EVE = '//Eve//stash';
const DAVE = '//Dave//stash';

/** Wait for the next block of the validator that this account owns. */
async function authors(uri) {
	const { address } = account(uri);
	await until(async () => (await network.author('alice')) === address, `a block of ${uri}`, 240);
}

const isIn = (list, uri) => list.some((one) => one.eq(account(uri).address));

beforeAll(async () => {
	await network.start('alice', 'bob', 'charlie', 'dave');
	await network.finalizes('alice', 2, 90);
});

afterAll(() => network.stop());

test(
	'A31_validator_should_join_by_governance_and_author',
	async () => {
		const api = network.api('alice');
		await network.add('eve', '--validator');
		await network.catchesUp('eve', 'alice');
		const keys = await network.rotateKeys('eve', EVE);
		await send(api, api.tx.validatorSet.bond(), account(EVE));
		await carry(api, api.tx.validatorSet.addValidator(account(EVE).address), { Origins: 'Validators' });
		const isListed = async () => isIn(await api.query.validatorSet.validators(), EVE);
		await until(isListed, 'the end of the referendum', 900);
		await until(() => network.isAuthority(keys, 'alice'), 'its place among the authors', SESSIONS);
		await authors(EVE);
	},
	40 * MINUTES,
);

test(
	'A31_validator_should_move_to_another_host_without_an_offence',
	async () => {
		const api = network.api('alice');
		// The procedure of the runbook: the role moves, the keys stay where they were made.
		await network.takesOver('other', DAVE, 'alice');
		await network.kill('dave');
		await authors(DAVE);
		await network.finalizes('alice', 5, 120);
		expect(await api.query.validatorSet.offenders()).toHaveLength(0);
		expect((await api.query.offences.reports.keys()).length, 'nothing was reported').toBe(0);
	},
	25 * MINUTES,
);

test(
	'A31_validator_should_leave_and_wait_for_its_bond',
	async () => {
		const api = network.api('alice');
		await send(api, api.tx.validatorSet.leave(), account(EVE));
		const validates = async () => isIn(await api.query.session.validators(), EVE);
		await until(async () => !(await validates()), 'the end of its last session', SESSIONS);
		await network.kill('eve');
		await network.finalizes('alice', 5, 120);
		await send(api, api.tx.validatorSet.purgeKeys(), account(EVE));
		const early = send(api, api.tx.validatorSet.withdrawBond(), account(EVE));
		await expect(early).rejects.toThrow('validatorSet.BondLocked');
		expect((await api.call.invariantsApi.check()).isOk).toBe(true);
	},
	25 * MINUTES,
);
