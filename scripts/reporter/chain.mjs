/** The chain, as a reporter sees it. */
import { connectTo } from '../daemon/node.mjs';

export class Chain {
	/** Waits for the node however long it takes. */
	static async connect(config, secret, context) {
		return Object.assign(new Chain(), await connectTo(config, secret, context));
	}

	get address() {
		return this.key.address;
	}

	/** Call `onBlock` with every new block, also after the connection was lost. A block that cannot be read is left out. */
	follow(onBlock, log) {
		return this.api.rpc.chain.subscribeNewHeads(async (header) => {
			try {
				await onBlock(await this.blockOf(header));
			} catch (error) {
				log(`block ${header.number}: ${error.message}`);
			}
		});
	}

	async blockOf({ hash, number }) {
		const at = await this.api.at(hash);
		const [account, next, epoch, members, reporter] = await Promise.all([
			at.query.system.account(this.address),
			this.api.rpc.system.accountNextIndex(this.address),
			at.call.bmeApi.epoch(),
			at.query.reporterMembership.members(),
			at.call.measurementApi.reporter(this.address),
		]);
		return {
			number: number.toNumber(),
			hash: hash.toHex(),
			epoch: epoch.index.toNumber(),
			nonce: account.nonce.toNumber(),
			nextNonce: next.toNumber(),
			state: this.stateOf(members, reporter),
		};
	}

	stateOf(members, reporter) {
		if (!members.some((member) => member.toString() === this.address)) return 'NotAdmitted';
		const bond = this.api.consts.measurement.reporterBond;
		return reporter.isSome && reporter.unwrap().bond.gte(bond) ? 'Ready' : 'NotBonded';
	}

	/** Those of `reports` that the chain does not have of us at a block. */
	async missing(hash, epoch, reports) {
		const { measurement } = (await this.api.at(hash)).query;
		const rows = await measurement.reports.multi(reports.map(({ supplier }) => [epoch, supplier]));
		const isOurs = ({ reporter }) => reporter.toString() === this.address;
		return reports.filter((_, index) => !rows[index].some(isOurs));
	}

	/** Those of `suppliers` who answered for their devices in an epoch and have proven us nothing of it yet, at a block. */
	async unproven(hash, epoch, suppliers) {
		const { measurement } = (await this.api.at(hash)).query;
		const answers = await measurement.answers.multi(suppliers.map((supplier) => [epoch, supplier]));
		const isOurs = ({ reporter }) => reporter.toString() === this.address;
		return suppliers.filter((_, index) => {
			const answer = answers[index].unwrapOr(null);
			return answer?.items.some(([, devices]) => devices.gtn(0)) && !answer.demands.some(isOurs);
		});
	}

	/** Sign a batch for so many blocks and hand it to the node. */
	submit({ epoch, reports, ...options }) {
		return this.send(this.api.tx.measurement.report(epoch, reports), options);
	}

	/** The same of a demand that a supplier proves some of its devices in an epoch. */
	demand({ epoch, supplier, ...options }) {
		return this.send(this.api.tx.measurement.demandProof(epoch, supplier), options);
	}

	async send(transaction, options) {
		const signed = await transaction.signAsync(this.key, options);
		await this.api.rpc.author.submitExtrinsic(signed);
	}

	disconnect() {
		return this.api.disconnect();
	}
}
