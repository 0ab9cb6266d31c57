/** Panels of the presets' verifiers, who say here whatever a test has them say. */
import { bnToU8a, compactToU8a, hexToU8a, stringToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsHex, decodeAddress } from '@polkadot/util-crypto';
import { expect } from 'vitest';
import { account } from '../../scripts/lib/chain.mjs';
import { TOKEN } from '../../scripts/lib/units.mjs';
import { commitmentOf } from '../../scripts/verifier/opinion.mjs';
import { ceilDiv } from './economics.mjs';

export const VERIFIERS = [1, 2, 3, 4, 5].map((number) => account(`//Verifier${number}`));
export const AUDITOR = account('//Auditor1');
/** Blocks in which a panel is drawn for sure, in which it has then found something, and in which that was open to review. */
export const [DRAWN_WITHIN, FOUND_WITHIN, REVIEWED_WITHIN] = [140, 30, 260];
const MIN_DISPUTE_BOND = 5n * TOKEN;
const SALT = `0x${'07'.repeat(32)}`;

/** What a dispute of a job bonds that burns so much. */
export function disputeBondOf(burn) {
	const tenth = ceilDiv(burn, 10n);
	return tenth > MIN_DISPUTE_BOND ? tenth : MIN_DISPUTE_BOND;
}

/** Make blocks until the next few are in the second third of a session, in which seats change. */
export async function untilSeating(chain) {
	const { babe } = chain.api.query;
	const session = chain.api.consts.babe.epochDuration.toNumber();
	const passed = async () => {
		const [slot, genesis, epoch] = await Promise.all([babe.currentSlot(), babe.genesisSlot(), babe.epochIndex()]);
		return slot.toNumber() - genesis.toNumber() - epoch.toNumber() * session;
	};
	const isSeating = (slot) => Math.floor((slot * 3) / session) === 1;
	for (let slot = await passed(); !isSeating(slot + 1) || !isSeating(slot + 5); slot = await passed())
		await chain.seal();
}

/** What a member thinks: parts per billion. */
export const opinionOf = (qualities, shares = null) => ({
	qualities: qualities.map(Number),
	shares: shares?.map(Number) ?? null,
	output: null,
});

/** The transaction by which `verifier` commits to an opinion on a job, in the first round. */
export function commit(chain, job, verifier, opinion) {
	const genesis = chain.api.genesisHash.toHex();
	const hash = commitmentOf({ genesis, job: job.id, round: 0, account: verifier.address, opinion, salt: SALT });
	return chain.api.tx.verification.commit(job.id, 0, hash);
}

/** The transaction that reveals it. */
export const reveal = (chain, job, opinion) => chain.api.tx.verification.reveal(job.id, 0, opinion, SALT);

/** The whole panel of a job says the same; the events of the block in which it has found. */
export async function findAll(chain, job, opinion) {
	const say = async (transactionOf) => {
		const results = await chain.sendAll(...VERIFIERS.map((verifier) => [transactionOf(verifier), verifier]));
		results.forEach(({ error }) => expect(error).toBeNull());
	};
	await say((verifier) => commit(chain, job, verifier, opinion));
	await chain.sealUntil('verification.RevealBegan', 3);
	await say(() => reveal(chain, job, opinion));
	return chain.sealUntil('verification.PanelFound', FOUND_WITHIN);
}

/** The hash that commits an auditor to the answer on a job: the quality of each supplier, parts per billion. */
export function ringerCommitment(chain, job, auditor, answer) {
	const parts = answer.map((quality) => bnToU8a(quality, { bitLength: 32 }));
	return blake2AsHex(
		u8aConcat(
			stringToU8a('bme/ringer'),
			chain.api.genesisHash,
			bnToU8a(job.id, { bitLength: 64 }),
			decodeAddress(auditor.address),
			compactToU8a(parts.length),
			...parts,
			hexToU8a(SALT),
		),
	);
}

/** The transaction by which an auditor says that a job was a ringer. */
export const revealRinger = (chain, job, answer) =>
	chain.api.tx.verification.revealRinger(job.id, answer.map(Number), SALT);
