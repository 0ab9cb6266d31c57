import { stringToU8a, u8aConcat } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { api, key, send } from './connect.mjs';

const supplier = key('//Bob');
// The device's own key: on a real device it never leaves it.
const device = key('//Bob//accelerator//1');
const item = 1;
const until = (await api.call.bmeApi.epoch()).index.toNumber() + 60;

const statement = u8aConcat(
	stringToU8a('bme/device'),
	api.genesisHash.toU8a(),
	decodeAddress(supplier.address),
	api.registry.createType('(u16, u32)', [item, until]).toU8a(),
);
const signature = { Sr25519: device.sign(statement) };
await send(api.tx.measurement.registerDevice(item, device.address, until, signature), supplier);
console.log(`${await api.call.measurementApi.devices(supplier.address, item)} device for item ${item}`);
await api.disconnect();
