/** What a release is for that a build is not: wallets that show what they sign need a runtime that knows its metadata's hash. */
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import { u8aToHex } from '@polkadot/util';
import { expect, test } from 'vitest';
import { TOKEN } from '../../scripts/lib/units.mjs';
import { chainForThisFile } from '../lib/chain.mjs';

const chain = chainForThisFile({ price: null });
/** What `CheckMetadataHash` calls a transaction that commits to the metadata. */
const COMMITTED = 1;

async function metadataHash() {
	const metadata = (await chain.api.call.metadata.metadataAtVersion(15)).unwrap();
	return merkleizeMetadata(metadata.toU8a(true), { decimals: 12, tokenSymbol: 'BME' }).digest();
}

/** Alice sends Bob a token, and commits to metadata of this hash; what the node says, or `null` if it takes it. */
async function commitTo(hash) {
	const { api, alice, bob } = chain;
	const options = { nonce: await chain.nonce(alice), era: 0, mode: COMMITTED, metadataHash: u8aToHex(hash) };
	const signed = await api.tx.balances.transferKeepAlive(bob.address, TOKEN).signAsync(alice, options);
	return (await chain.submitBytes(signed.toHex())).error ?? null;
}

test('A35_transaction_should_be_accepted_when_it_commits_to_the_metadata_of_the_release', async () => {
	const before = await chain.balances(chain.bob);
	expect(await commitTo(await metadataHash())).toBeNull();
	await chain.seal(2);
	expect((await chain.balances(chain.bob)).free).toBe(before.free + TOKEN);
});

test('A35_transaction_should_be_refused_when_it_commits_to_other_metadata', async () => {
	const hash = await metadataHash();
	hash[0] ^= 1;
	expect(await commitTo(hash)).toMatchObject({ code: 1010, message: 'Invalid Transaction' });
});
