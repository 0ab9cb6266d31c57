/** Prints the configuration of a feeder of the demonstration: `node feeder-config.mjs <endpoint> <key file> <market port>`. */
const [endpoint, keyFile, port] = process.argv.slice(2);
const sources = ['a', 'b', 'c'].map((name) => ({
	name: `market ${name}`,
	url: `http://127.0.0.1:${port}/${name}`,
	price: '/last/price',
	time: '/last/time',
}));
const config = { endpoint, keyFile, sources, minimumSources: 2, intervalSeconds: 12, metrics: { port: 0 } };
console.log(JSON.stringify(config, null, '\t'));
