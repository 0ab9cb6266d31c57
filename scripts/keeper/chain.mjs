/** The chain, as a keeper of devices sees it. */
import { connectTo } from '../daemon/node.mjs';

/** Blocks in which a transaction has to be included. */
export const ERA = 8;

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
		const [account, next, challenge] = await Promise.all([
			at.query.system.account(this.address),
			this.api.rpc.system.accountNextIndex(this.address),
			at.query.measurement.openChallenge(),
		]);
		const { epoch, seed } = challenge.unwrap();
		const open = [epoch.toNumber() - 1, epoch.toNumber()].filter((one) => one >= 0);
		const answers = await at.query.measurement.answers.multi(open.map((one) => [one, this.address]));
		return {
			number: number.toNumber(),
			hash: hash.toHex(),
			nonce: account.nonce.toNumber(),
			isFree: next.eq(account.nonce),
			challenge: { epoch: epoch.toNumber(), seed: seed.toHex() },
			isAnswered: answers.at(-1).isSome,
			demands: answers.flatMap((answer, index) =>
				answer.isNone ? [] : answer.unwrap().demands.map((demand) => this.demandOf(open[index], demand)),
			),
		};
	}

	demandOf(epoch, { reporter, devices, until, isMet }) {
		return {
			epoch,
			reporter: reporter.toString(),
			devices: devices.map((device) => device.toString()),
			until: until.toNumber(),
			isMet: isMet.isTrue,
		};
	}

	/** Our registered devices at a block, each with its item. */
	async devices(hash) {
		const at = await this.api.at(hash);
		const entries = await at.query.measurement.devicePlaces.entries(this.address);
		return entries.map(([{ args }, device]) => ({ item: args[1].toNumber(), device: device.unwrap().toString() }));
	}

	/** The bytes of a signature, `{ <kind>: <hex> }`, as the chain encodes it. */
	encoded(signature) {
		return this.api.registry.createType('MultiSignature', signature).toU8a();
	}

	answer({ epoch, root, leaves, items, absent }, nonce) {
		return this.submit(this.api.tx.measurement.answerChallenge(epoch, root, leaves, items, absent), nonce);
	}

	prove({ epoch, reporter, proofs }, nonce) {
		return this.submit(this.api.tx.measurement.proveDevices(epoch, reporter, proofs), nonce);
	}

	async submit(transaction, nonce) {
		const signed = await transaction.signAsync(this.key, { nonce, era: ERA });
		await this.api.rpc.author.submitExtrinsic(signed);
	}

	disconnect() {
		return this.api.disconnect();
	}
}
