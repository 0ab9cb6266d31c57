import { api, key } from './connect.mjs';

const { issuance, genesis, receipts, redemptions, reversals, providers } = await api.call.fiatApi.fiat();
console.log(`genesis ${genesis} + ${receipts} − ${redemptions} redeemed − ${reversals} taken back = ${issuance}`);
for (const { provider, maturity, room, deficit } of providers) {
	const minutes = maturity.toNumber() / 60_000;
	console.log(`provider ${provider}: takes payments back for ${minutes} minutes; room ${room}, owes ${deficit}`);
}

// Free fiat is what anybody can be sent, and young fiat what pays for jobs already.
const { address } = key('//Ferdie');
const free = (await api.query.assets.account(1, address)).unwrap().balance;
const young = await api.call.fiatApi.young(address);
console.log(`free ${free}, young ${young.reduce((sum, { amount }) => sum + amount.toBigInt(), 0n)}`);
await api.disconnect();
