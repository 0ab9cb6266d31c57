/** What a gateway listens to: webhooks of payment providers, and payout instructions of those who redeem. */
import { createServer } from 'node:http';
import { blake2AsHex } from '@polkadot/util-crypto';
import { read, told } from './event.mjs';
import { quiet } from './quiet.mjs';
import { Refused, verify } from './signature.mjs';

const MOST_WEBHOOK = 64 * 1_024;
const MOST_INSTRUCTIONS = 4 * 1_024;
/** Milliseconds for the head of a request, and for all of it. */
const HEADERS_WITHIN = 5_000;
const REQUEST_WITHIN = 10_000;
const LOOK_EVERY = 1_000;
/** Milliseconds for those who are still sending when the program ends. */
const LAST_MOMENT = 1_000;
const MOST_CONNECTIONS = 1_000;
/** Characters of an address that is told in the log. */
const MOST_SHOWN = 100;

/** The raw body. One that is too large is not read to its end. */
function bodyOf(request, most) {
	return new Promise((resolve, reject) => {
		const tooLarge = () => reject(new Refused(413, 'too_large', `it is larger than ${most} bytes`));
		if (Number(request.headers['content-length'] ?? 0) > most) return tooLarge();
		const chunks = [];
		let size = 0;
		request.on('data', (chunk) => {
			size += chunk.length;
			if (size <= most) return chunks.push(chunk);
			request.pause();
			tooLarge();
		});
		request.on('end', () => resolve(Buffer.concat(chunks)));
		request.on('error', reject);
	});
}

function isObject(body) {
	try {
		const value = JSON.parse(body.toString('utf8'));
		return typeof value === 'object' && value !== null && !Array.isArray(value);
	} catch {
		return false;
	}
}

export class Server {
	/** `providers` have their `secrets`; `wake` is called when something new is stored. */
	constructor({ providers, store, inbox, metrics, log, wake, requestWithin = REQUEST_WITHIN }) {
		Object.assign(this, { store, inbox, metrics, log, wake });
		this.providers = new Map(providers.map((provider) => [provider.name, provider]));
		this.complain = quiet(log);
		const limits = {
			headersTimeout: Math.min(HEADERS_WITHIN, requestWithin),
			requestTimeout: requestWithin,
			connectionsCheckingInterval: Math.min(LOOK_EVERY, requestWithin),
		};
		this.http = createServer(limits, (request, response) => this.answer(request, response));
		this.http.maxConnections = MOST_CONNECTIONS;
		this.http.on('clientError', (error, socket) => this.broken(error, socket));
	}

	/** Resolves with the port once it listens. */
	listen({ host, port }) {
		return new Promise((resolve, reject) => {
			this.http.once('error', reject);
			this.http.listen(port, host, () => resolve(this.http.address().port));
		});
	}

	/** Take no more requests; those that are there get a moment. */
	close() {
		const closed = new Promise((resolve) => {
			this.http.close(resolve);
		});
		setTimeout(() => this.http.closeAllConnections(), LAST_MOMENT).unref();
		return closed;
	}

	/** What is no HTTP, or takes too long to arrive. */
	broken({ code }, socket) {
		const isSlow = code === 'ERR_HTTP_REQUEST_TIMEOUT';
		this.refused(
			'unknown',
			isSlow ? 'too_slow' : 'no_http',
			isSlow ? 'it took too long' : `it is no HTTP: ${code}`,
		);
		if (socket.writable) socket.end(`HTTP/1.1 ${isSlow ? 408 : 400} \r\nConnection: close\r\n\r\n`);
		else socket.destroy();
	}

	refused(provider, reason, why) {
		this.metrics.webhooks.inc({ provider, outcome: reason });
		this.complain(`${provider} ${reason}`, `refused a request (${provider}): ${why}`);
	}

	async answer(request, response) {
		const [, kind, name] = /^\/(webhooks|payouts)(?:\/([^/?]+))?$/.exec(request.url) ?? [];
		const provider = kind === 'webhooks' ? this.providers.get(name) : undefined;
		const label = kind === 'payouts' ? 'payouts' : (provider?.name ?? 'unknown');
		try {
			if (!provider && request.url !== '/payouts')
				throw new Refused(404, 'unknown', `there is no ${request.url.slice(0, MOST_SHOWN)}`);
			if (request.method !== 'POST') throw new Refused(405, 'no_post', `it is a ${request.method}`);
			const answer = provider
				? { outcome: await this.webhook(provider, request) }
				: { redemptions: await this.instructions(request) };
			this.send(response, 200, answer);
		} catch (error) {
			// A sender that left has nobody to answer, and was told nothing.
			if (request.destroyed && !request.complete) return this.refused(label, 'broken_off', 'it broke off');
			const { status, reason } = error instanceof Refused ? error : { status: 500, reason: 'failed' };
			this.refused(label, reason, error.message);
			this.send(response, status, { error: status === 500 ? 'try again' : error.message });
		}
	}

	send(response, status, answer) {
		// What was not read of a refused body is not worth reading.
		const rest = status === 200 ? {} : { connection: 'close' };
		response.writeHead(status, { 'content-type': 'application/json', ...rest });
		response.end(`${JSON.stringify(answer)}\n`);
	}

	async webhook(provider, request) {
		const body = await bodyOf(request, MOST_WEBHOOK);
		verify(request.headers[provider.signatureHeader.toLowerCase()], body, provider, Date.now() / 1_000);
		const webhook = read(provider, body);
		const outcome = webhook ? await this.inbox.put(webhook) : 'ignored';
		this.metrics.webhooks.inc({ provider: provider.name, outcome });
		if (outcome === 'unusable')
			this.log(
				`${provider.name}: unusable ${told(webhook)}: ${webhook.unusable ?? 'it contradicts an earlier event'}`,
			);
		if (outcome === 'stored') this.wake();
		return outcome;
	}

	async instructions(request) {
		const body = await bodyOf(request, MOST_INSTRUCTIONS);
		if (!isObject(body)) throw new Refused(400, 'no_json', 'it is no JSON object');
		const redemptions = this.store.instruct(blake2AsHex(body), body);
		if (redemptions.length === 0)
			throw new Refused(404, 'unknown', 'no finalized redemption has the hash of these bytes as its payout');
		this.log(`redemption ${redemptions.join(', ')}: instructions are there`);
		this.wake();
		return redemptions;
	}
}
