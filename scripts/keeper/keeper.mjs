/**
 * When to answer and what to prove. What the chain has of us is not said again, and what was signed is stored before it is answered
 * with, so this program can be killed at any moment.
 */
import { u8aToHex } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { challengeStatement, treeOf } from '../lib/devices.mjs';

/** The most devices that an answer leaves out, and the most items that it is for. */
const [MOST_ABSENT, MOST_ITEMS] = [16, 8];
/** The most characters that a command prints. */
const MOST_OUTPUT = 16_000_000;

const byBytes = (one, other) => Buffer.compare(decodeAddress(one), decodeAddress(other));

/** `{ device, signature }` of each line of JSON that a command printed. Throws at one that is none. */
function signaturesIn(output) {
	const lines = output.split('\n').filter((line) => line.trim());
	return lines.map((line) => {
		const { device, signature } = JSON.parse(line);
		if (typeof device !== 'string' || typeof signature !== 'object') throw new Error(`no signature: ${line}`);
		return { device, signature };
	});
}

export class Keeper {
	/** `chain` is what [`Chain`] of `chain.mjs` is; `run` runs a command. */
	constructor(config, { chain, store, run, log, metrics, now = () => performance.now() }) {
		Object.assign(this, { config, chain, store, run, log, metrics, now });
		this.notBefore = 0;
	}

	/** A new block is there: see `Chain.blockOf`. */
	async onBlock(block) {
		// One transaction at a time: what is on its way is included, or is not valid any more after a few blocks.
		if (this.busy || !block.isFree) return;
		this.busy = true;
		try {
			const isOpen = ({ epoch, isMet, until }) => !isMet && block.number < until && epoch !== this.lost;
			const demand = block.demands.find(isOpen);
			if (demand) await this.prove(demand, block);
			else if (!block.isAnswered) await this.answer(block);
		} catch (error) {
			this.metrics.failures.inc({ step: 'send' });
			this.log(`failed: ${error.message}`);
		} finally {
			this.busy = false;
		}
	}

	async answer({ challenge: { epoch, seed }, hash, nonce }) {
		if (this.now() < this.notBefore) return;
		const registered = await this.chain.devices(hash);
		if (registered.length === 0) return;
		const signatures = this.store.signatures(epoch) ?? (await this.sign(epoch, seed, registered));
		if (!signatures) return;
		const signed = new Set(signatures.map(({ device }) => device));
		const items = [...new Set(registered.map(({ item }) => item))].sort((a, b) => a - b).slice(0, MOST_ITEMS);
		const absent = registered.map(({ device }) => device).filter((device) => !signed.has(device));
		this.metrics.devices.set({ state: 'signed' }, signed.size);
		this.metrics.devices.set({ state: 'absent' }, absent.length);
		if (absent.length > MOST_ABSENT || signed.size === 0) {
			this.later(
				`epoch ${epoch}: ${absent.length} of ${registered.length} devices did not sign; ` +
					`an answer leaves out ${MOST_ABSENT} at most. Remove those that are gone (measurement.removeDevice)`,
			);
			return;
		}
		const { root } = this.tree(signatures);
		const leaves = signatures.length;
		await this.chain.answer({ epoch, root, leaves, items, absent: absent.sort(byBytes) }, nonce);
		this.metrics.epoch.set(epoch);
		this.log(
			`epoch ${epoch}: answered for ${signed.size} devices${absent.length ? `, without ${absent.length}` : ''}`,
		);
	}

	/** Have the command collect what the devices sign; `undefined` where it fails. */
	async sign(epoch, seed, registered) {
		const { chain, config } = this;
		const statement = u8aToHex(challengeStatement(chain.genesis, chain.address, seed));
		const devices = registered.map(({ device }) => device);
		const { code, output } = await this.run(
			config.sign,
			{ statement, devices },
			config.timeoutSeconds,
			MOST_OUTPUT,
		);
		try {
			if (code !== 0) throw new Error(`exit ${code}: ${output.slice(0, 200)}`);
			const ours = new Set(devices);
			const signatures = signaturesIn(output).filter(({ device }) => ours.delete(device));
			this.store.keep(epoch, signatures);
			return signatures;
		} catch (error) {
			this.metrics.failures.inc({ step: 'sign' });
			this.later(`the command failed: ${error.message}`);
			return undefined;
		}
	}

	later(line) {
		this.notBefore = this.now() + this.config.retrySeconds * 1_000;
		this.log(line);
	}

	tree(signatures) {
		return treeOf(signatures.map(({ signature }) => this.chain.encoded(signature)));
	}

	async prove({ epoch, reporter, devices, until }, { nonce }) {
		const signatures = this.store.signatures(epoch);
		const places = devices.map((device) => signatures?.findIndex((one) => one.device === device) ?? -1);
		if (places.includes(-1)) {
			this.lost = epoch;
			this.log(`epoch ${epoch}: ${reporter} demands what this database has not`);
			return;
		}
		const { pathOf } = this.tree(signatures);
		const proofs = places.map((leaf) => ({ signature: signatures[leaf].signature, leaf, path: pathOf(leaf) }));
		await this.chain.prove({ epoch, reporter, proofs }, nonce);
		this.metrics.proofs.inc();
		this.log(`epoch ${epoch}: proved ${devices.length} devices to ${reporter}, before block ${until}`);
	}
}
