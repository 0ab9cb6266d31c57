/** A node of the chain, as a feeder sees it. */
import { connectTo } from '../daemon/node.mjs';

export class Chain {
	/** Waits for the node however long it takes. */
	static async connect(config, secret, context) {
		return Object.assign(new Chain(), await connectTo(config, secret, context));
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
		const [account, next, time, feeders] = await Promise.all([
			at.query.system.account(this.key.address),
			this.api.rpc.system.accountNextIndex(this.key.address),
			at.query.timestamp.now(),
			at.call.priceApi.feeders(),
		]);
		const own = feeders.find(({ feeder }) => feeder.toString() === this.key.address);
		return {
			number: number.toNumber(),
			nonce: account.nonce.toNumber(),
			nextNonce: next.toNumber(),
			time: time.toBigInt(),
			isFeeder: own !== undefined,
			observedAt: own?.feed.isSome ? own.feed.unwrap().observedAt.toBigInt() : null,
		};
	}

	/** Sign a feed for so many blocks and hand it to the node. */
	async submit({ price, observedAt, nonce, era }) {
		const call = this.api.tx.oracle.feedValues([['Bme', { price, observedAt }]]);
		const signed = await call.signAsync(this.key, { nonce, era });
		await this.api.rpc.author.submitExtrinsic(signed);
	}

	disconnect() {
		return this.api.disconnect();
	}
}
