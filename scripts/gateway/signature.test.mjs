/** Signatures against Stripe's own library, and those that are not right. */
import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { signatureOf } from '../demo/provider.mjs';
import { verify } from './signature.mjs';

const NOW = 1_700_000_000;
const BODY = '{"id":"evt_1","text":"a ü and a 😀"}';
const SECRET = 'whsec_one';
const RULES = { secrets: [SECRET], toleranceSeconds: 300 };
const digest = (secret = SECRET, time = NOW, body = BODY) => signatureOf(body, secret, time).split('v1=')[1];

const reference = (change) =>
	new Stripe('sk_test_none').webhooks.generateTestHeaderString({
		payload: BODY,
		secret: SECRET,
		timestamp: NOW,
		...change,
	});
const check = (header, { body = BODY, rules = RULES, now = NOW } = {}) => verify(header, Buffer.from(body), rules, now);
const reasonOf = (header, rest) => {
	try {
		check(header, rest);
		return 'accepted';
	} catch ({ reason, status }) {
		expect(status).toBe(400);
		return reason;
	}
};

test('signature_should_be_accepted_when_it_is_that_of_the_reference_implementation', () => {
	expect(reasonOf(reference())).toBe('accepted');
	expect(reference()).toBe(signatureOf(BODY, SECRET, NOW));
	expect(reasonOf(reference({ timestamp: NOW - 300 }))).toBe('accepted');
	expect(reasonOf(reference({ timestamp: NOW + 300 }))).toBe('accepted');
});

test('what_is_accepted_should_be_accepted_by_the_reference_implementation_as_well', () => {
	const { webhooks } = new Stripe('sk_test_none');
	const time = Math.floor(Date.now() / 1_000);
	expect(webhooks.constructEvent(BODY, signatureOf(BODY, SECRET, time), SECRET).id).toBe('evt_1');
});

test('signature_should_be_accepted_when_any_secret_and_any_of_its_digests_match', () => {
	const rules = { ...RULES, secrets: ['whsec_old', SECRET] };
	expect(reasonOf(reference(), { rules })).toBe('accepted');
	expect(reasonOf(reference({ secret: 'whsec_old' }), { rules })).toBe('accepted');
	expect(reasonOf(`t=${NOW},v1=${digest('whsec_other')},v1=${digest()}`)).toBe('accepted');
	expect(reasonOf(`t=${NOW},v0=${digest('whsec_other')},v1=${digest()}`)).toBe('accepted');
	expect(reasonOf(` t=${NOW}, v1=${digest()}`)).toBe('accepted');
});

test.each([
	['wrong_signature', reference({ secret: 'whsec_other' })],
	['wrong_signature', reference({ payload: `${BODY} ` })],
	['wrong_signature', `t=${NOW + 1},v1=${digest()}`],
	['wrong_time', reference({ timestamp: NOW - 301 })],
	['wrong_time', reference({ timestamp: NOW + 301 })],
	['no_signature', undefined],
	['no_signature', ''],
	['malformed_signature', `v1=${digest()}`],
	['malformed_signature', `t=${NOW}`],
	['malformed_signature', `t=${NOW},v0=${digest()}`],
	['malformed_signature', `t=${NOW},t=${NOW},v1=${digest()}`],
	['malformed_signature', `t=${NOW},v1=${digest().slice(0, 63)}`],
	['malformed_signature', `t=${NOW},v1=${digest()}0`],
	['malformed_signature', `t=${NOW},v1=${digest().toUpperCase()}`],
	['malformed_signature', `t=${NOW},v1=`],
	['malformed_signature', `t=,v1=${digest()}`],
	['malformed_signature', `t=-${NOW},v1=${digest()}`],
	['malformed_signature', `t=${NOW}.0,v1=${digest()}`],
	['malformed_signature', `t=NaN,v1=${digest()}`],
	['malformed_signature', digest()],
	['malformed_signature', ',,,,='],
	['malformed_signature', `${'v1=aa,'.repeat(1_000)}t=${NOW},v1=${digest()}`],
])('signature_should_be_refused_as_%s_when_the_header_is_%j', (reason, header) => {
	expect(reasonOf(header)).toBe(reason);
});

test('signature_should_be_refused_when_the_body_was_touched', () => {
	expect(reasonOf(reference(), { body: BODY.replace('evt_1', 'evt_2') })).toBe('wrong_signature');
	expect(reasonOf(reference(), { body: BODY.slice(0, -1) })).toBe('wrong_signature');
	expect(reasonOf(reference(), { body: '' })).toBe('wrong_signature');
});
