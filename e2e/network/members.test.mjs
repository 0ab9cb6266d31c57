/** Who validates: one joins by governance, one moves to another host, one leaves. Six sessions: half an hour. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, send } from '../../scripts/lib/chain.mjs';
import { Network, until } from '../lib/network.mjs';
import { SOON, carry } from '../lib/referendum.mjs';

/** Seconds in which a change is surely in force: two sessions, and some. */
const SESSIONS = 900;
const MINUTES = 60_000;
const network = new Network({ timeScale: SOON });
const EVE = '//Eve//stash';
const DAVE = '//Dave//stash';

/** Whether those who author now do so with one of these keys. */
async function isAuthority(keys) {
	const authorities = await network.api('alice').query.babe.authorities();
	return authorities.some(([key]) => keys.startsWith(key.toHex()));
}

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
		const keys = await network.rotateKeys('eve', EVE);
		await send(api, api.tx.validatorSet.bond(), account(EVE));
		await carry(api, api.tx.validatorSet.addValidator(account(EVE).address), { Origins: 'Validators' });
		const isListed = async () => isIn(await api.query.validatorSet.validators(), EVE);
		await until(isListed, 'the end of the referendum', 900);
		await until(() => isAuthority(keys), 'its place among the authors', SESSIONS);
		await authors(EVE);
	},
	40 * MINUTES,
);

test(
	'A31_validator_should_move_to_another_host_without_an_offence',
	async () => {
		const api = network.api('alice');
		// The procedure of the runbook: the role moves, the keys stay where they were made.
		await network.add('other', '--validator');
		const goal = await network.finalized('alice');
		await until(async () => (await network.finalized('other')) >= goal, 'the other host in sync', 120);
		await network.finalizes('other', 2, 120);
		const keys = await network.rotateKeys('other', DAVE);
		await until(() => isAuthority(keys), 'the new keys among the authors', SESSIONS);
		await until(() => network.log('other').includes('Prepared block'), 'a block of the other host', 240);
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
		await send(api, api.tx.session.purgeKeys(), account(EVE));
		const early = send(api, api.tx.validatorSet.withdrawBond(), account(EVE));
		await expect(early).rejects.toThrow('validatorSet.BondLocked');
		expect((await api.call.invariantsApi.check()).isOk).toBe(true);
	},
	25 * MINUTES,
);
