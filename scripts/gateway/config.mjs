/** The configuration of a gateway: what it must say, and what it may leave out. */
import {
	ConfigError,
	addressFields,
	checked,
	isCount,
	isFilled,
	isObject,
	isPointer,
	isPositive,
	isText,
	isUrl,
} from '../daemon/config.mjs';

const KINDS = ['receipt', 'reversal'];
/** The chain takes payments for thirty days: what is forgotten later than that cannot come again. */
const LEAST_DAYS = 31;
const isName = (value) => typeof value === 'string' && /^[a-z0-9-]+$/.test(value);
const isProvider = (value) => Number.isInteger(value) && value >= 0 && value < 65_536;
const isDecimals = (value) => Number.isInteger(value) && value >= 0 && value <= 18;
const isKeep = (value) => isCount(value) && value >= LEAST_DAYS;
const isCommand = (value) => value === null || (isFilled(value) && value.every(isText));
const isEvents = (value) => isObject(value) && Object.keys(value).length > 0;
const isConditions = (value) => isObject(value) && Object.keys(value).every(isPointer);

const GATEWAY = {
	endpoint: [isUrl, 'the WebSocket address of a node, such as "ws://127.0.0.1:9944"'],
	keyFile: [isText, 'a file that holds the secret phrase or key of the member'],
	database: [isText, 'the file that holds everything that must not be lost'],
	listen: [isObject, 'where to take webhooks', {}],
	metrics: [isObject, 'where to show metrics', {}],
	maxBatchesInFlight: [isCount, 'how many transactions may wait for a block at once', 4],
	keepDays: [isKeep, `how many days what is done is remembered, ${LEAST_DAYS} or more`, 90],
	providers: [isFilled, 'a list of one payment provider or more'],
	payout: [isObject, 'the commands that pay redemptions', {}],
};
const LISTEN = addressFields(8_090);
const METRICS = addressFields(9_617);
const PROVIDER = {
	name: [isName, 'its name in the address of its webhooks: small letters, digits and hyphens'],
	id: [isProvider, 'its number on the chain'],
	secretFile: [isText, 'a file that holds the secrets of its webhooks, one a line'],
	signatureHeader: [isText, 'the header that holds the signature', 'Stripe-Signature'],
	toleranceSeconds: [isPositive, 'how far the time of a signature may be from now', 300],
	type: [isPointer, 'a JSON pointer to the type of the event', '/type'],
	eventId: [isPointer, 'a JSON pointer to the id of the event', '/id'],
	events: [isEvents, 'which types of events are a "receipt" or a "reversal"'],
	receipt: [isObject, 'where a receipt says what', {}],
	reversal: [isObject, 'where a reversal says what', { reference: '/data/object/payment_intent' }],
};
const RECEIPT = {
	reference: [isPointer, 'a JSON pointer to the id of the payment', '/data/object/id'],
	amount: [isPointer, 'a JSON pointer to the amount', '/data/object/amount_received'],
	decimals: [isDecimals, 'how many decimals a whole amount has, such as 2 for cents', 2],
	currency: [isPointer, 'a JSON pointer to the currency', '/data/object/currency'],
	expectedCurrency: [isText, 'what the currency must be', 'usd'],
	beneficiary: [isPointer, "a JSON pointer to the beneficiary's address", '/data/object/metadata/beneficiary'],
	paidAt: [isPointer, 'a JSON pointer to the Unix time of the payment, in seconds', '/created'],
};
const REVERSAL = {
	reference: [isPointer, 'a JSON pointer to the id of the payment'],
};
const EVENT = {
	as: [(value) => KINDS.includes(value), `one of ${KINDS.join(', ')}`],
	if: [isConditions, 'what has to be where, such as { "/data/object/refunded": true }', {}],
};
const PAYOUT = {
	pay: [isCommand, 'a command and its arguments', null],
	check: [isCommand, 'a command and its arguments', null],
	timeoutSeconds: [isPositive, 'how long a command may take', 120],
	retrySeconds: [isPositive, 'the seconds before the first of its retries', 30],
};

function providerOf(value, index) {
	const where = `provider ${index + 1}`;
	const provider = checked(PROVIDER, value, where);
	const events = Object.entries(provider.events).map(([type, event]) => [
		type,
		checked(EVENT, typeof event === 'string' ? { as: event } : event, `${where}: event "${type}"`),
	]);
	return {
		...provider,
		events: new Map(events),
		receipt: checked(RECEIPT, provider.receipt, `${where}: receipt`),
		reversal: checked(REVERSAL, provider.reversal, `${where}: reversal`),
	};
}

/** The whole configuration of `value`, with its defaults. Throws a [`ConfigError`] that names the field. */
export function configOf(value) {
	const config = checked(GATEWAY, value, 'the configuration');
	const providers = config.providers.map(providerOf);
	for (const field of ['name', 'id'])
		if (new Set(providers.map((provider) => provider[field])).size < providers.length)
			throw new ConfigError(`the configuration: two providers have the same ${field}`);
	const payout = checked(PAYOUT, config.payout, 'payout');
	return {
		...config,
		providers,
		payout,
		listen: checked(LISTEN, config.listen, 'listen'),
		metrics: checked(METRICS, config.metrics, 'metrics'),
	};
}
