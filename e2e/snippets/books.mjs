import { api } from './connect.mjs';

const { issuance, genesis, minted, burned } = await api.call.bmeApi.supply();
const sum = (entries) => entries.reduce((total, [, amount]) => total + amount.toBigInt(), 0n);
console.log(`genesis ${genesis} + minted ${sum(minted)} − burned ${sum(burned)} = issuance ${issuance}`);
for (const [cause, amount] of burned) console.log(`burned for ${JSON.stringify(cause)}: ${amount}`);

// The chain checks its own invariants for whoever asks.
const invariants = await api.call.invariantsApi.check();
console.log(invariants.isOk ? 'every invariant holds' : invariants.asErr.toUtf8());
await api.disconnect();
