/** The chain, as a verifier sees it. Hashes are hexadecimal, accounts addresses. */
import { connectTo } from '../daemon/node.mjs';
import { recordsAt, refusal } from '../lib/chain.mjs';

/** Blocks in which a transaction has to be included. */
export const ERA = 8;

const evidenceOf = (evidence) => (evidence.isNone ? evidence.type : { [evidence.type]: evidence.value.toJSON() });
const attestationOf = ({ units, result, evidence }) => ({
	units: units.toString(),
	result: result.toHex(),
	evidence: evidenceOf(evidence),
});

function opinionOf(option) {
	if (option.isNone) return null;
	const { qualities, shares, output } = option.unwrap();
	const numbers = (values) => values.map((value) => value.toNumber());
	return {
		qualities: numbers(qualities),
		shares: shares.isSome ? numbers(shares.unwrap()) : null,
		output: output.isSome ? output.unwrap().toHex() : null,
	};
}

export class Chain {
	/** Waits for the node however long it takes. */
	static async connect(config, secret, context) {
		return Object.assign(new Chain(), await connectTo(config, secret, context));
	}

	get address() {
		return this.key.address;
	}

	get genesis() {
		return this.api.genesisHash.toHex();
	}

	/**
	 * Call `onBlock` with new blocks, also after the connection was lost, and with none after a newer one. A block that
	 * cannot be read is left out.
	 */
	follow(onBlock, log) {
		let [seen, newest] = [0, 0];
		return this.api.rpc.chain.subscribeNewHeads(async (header) => {
			seen += 1;
			const turn = seen;
			try {
				const block = await this.blockOf(header);
				if (turn < newest) return;
				newest = turn;
				await onBlock(block);
			} catch (error) {
				log(`block ${header.number}: ${error.message}`);
			}
		});
	}

	async blockOf({ hash, number }) {
		const at = await this.api.at(hash);
		const [account, next, verifier, duties] = await Promise.all([
			at.query.system.account(this.address),
			this.api.rpc.system.accountNextIndex(this.address),
			at.call.verificationApi.verifier(this.address),
			at.call.verificationApi.duties(this.address),
		]);
		return {
			number: number.toNumber(),
			hash: hash.toHex(),
			nonce: account.nonce.toNumber(),
			nextNonce: next.toNumber(),
			state: this.stateOf(verifier),
			duties: duties.map(({ job, round, step, until, asksShares }) => ({
				job: job.toNumber(),
				round: round.toNumber(),
				step: step.type,
				until: until.toNumber(),
				asksShares: asksShares.isTrue,
			})),
		};
	}

	stateOf(verifier) {
		if (verifier.isNone || verifier.unwrap().allowed.isZero()) return 'NotAdmitted';
		const { seats, bond } = verifier.unwrap();
		const count = [...seats.values()].reduce((total, places) => total + places.length, 0);
		if (count === 0) return 'NoSeats';
		return bond.gte(this.api.consts.verification.seatBond.muln(count)) ? 'Ready' : 'NotBonded';
	}

	/** All that is known of a job at a block, as the command is told it. */
	async jobAt(hash, { job, asksShares }) {
		const { call } = await this.api.at(hash);
		const [view, work] = await Promise.all([call.bmeApi.job(job), call.contributionApi.work(job)]);
		const { spec } = view.unwrap();
		const { attestations } = work.unwrap();
		return {
			job,
			class: spec.class.type,
			evidence: spec.evidence.type,
			specHash: spec.specHash.toHex(),
			consumer: spec.consumer.toString(),
			suppliers: spec.suppliers.map(({ account, minShare }, place) => ({
				account: account.toString(),
				minShare: minShare.toNumber() / 1e9,
				attestation: attestations[place].isSome ? attestationOf(attestations[place].unwrap()) : null,
			})),
			asksShares,
		};
	}

	/**
	 * What the chain has of us in one round of the panel of a job, at a block: our `commitment` and our `opinion`, or
	 * `null`. Of a panel that closed only the opinion.
	 */
	async saidAt(hash, { job, round }) {
		const { verification } = (await this.api.at(hash)).query;
		const [panel, finding] = await Promise.all([verification.panels(job), verification.findings(job)]);
		const isUs = (who) => who.toString() === this.address;
		if (panel.isSome && panel.unwrap().round.toNumber() === round) {
			const { commitment, opinion } = panel.unwrap().members.find(({ who }) => isUs(who));
			return { commitment: commitment.isSome ? commitment.unwrap().toHex() : null, opinion: opinionOf(opinion) };
		}
		const ours = finding.isSome && finding.unwrap().opinions.find(([who]) => isUs(who));
		return { commitment: null, opinion: ours ? opinionOf(ours[1]) : null };
	}

	/** Sign for a few blocks from this one on: the `hash` of the transaction and its `bytes`. */
	async sign({ name, job, round, ...rest }, { number, hash, nonce }) {
		const { commit, reveal } = this.api.tx.verification;
		const { commitment, opinion, salt } = rest;
		const call = name === 'commit' ? commit(job, round, commitment) : reveal(job, round, opinion, salt);
		const era = this.api.registry.createType('ExtrinsicEra', { current: number, period: ERA });
		const signed = await call.signAsync(this.key, { nonce, era, blockHash: hash });
		return { hash: signed.hash.toHex(), bytes: signed.toHex() };
	}

	async submit(bytes) {
		await this.api.rpc.author.submitExtrinsic(bytes);
	}

	/** Why the chain refused a transaction that it included after one block and by another; `null` if it did not. */
	async refusalOf(hash, from, to) {
		for (let number = to; number > from; number -= 1) {
			const blockHash = await this.api.rpc.chain.getBlockHash(number);
			const { block } = await this.api.rpc.chain.getBlock(blockHash);
			const place = block.extrinsics.findIndex((each) => each.hash.toHex() === hash);
			if (place < 0) continue;
			const records = await recordsAt(this.api, blockHash);
			const isOurs = ({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.toNumber() === place;
			const failed = records.filter(isOurs).find(({ event }) => this.api.events.system.ExtrinsicFailed.is(event));
			return failed ? refusal(this.api, failed.event.data.dispatchError).name : null;
		}
		return 'another transaction of the account came first';
	}

	disconnect() {
		return this.api.disconnect();
	}
}
