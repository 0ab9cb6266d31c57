import { blake2AsHex } from '@polkadot/util-crypto';
import { api, key, send } from './connect.mjs';

const job = Number(process.argv[2]);
const supplier = key('//Bob');

const { spec, liability } = (await api.call.bmeApi.job(job)).unwrap();
const own = spec.suppliers.find(({ account }) => account.eq(supplier.address));
console.log(`job ${job} pays ${spec.price}; who accepts and does not attest loses ${liability} of its bond`);
await send(api.tx.bme.acceptJob(job, own.minShare), supplier);

const answer = 'Votes gather like snow / two thirds of a silent hill / nothing melts again';
await send(api.tx.contribution.attest(job, 1, blake2AsHex(answer), 'None'), supplier);

const { attestations } = (await api.call.contributionApi.work(job)).unwrap();
console.log(`attested: ${attestations[0].unwrap().result.toHex()}`);
await api.disconnect();
