/**
 * Three markets for the feeders of a developer chain: `node market.mjs [port] [price]` prints its port and answers
 * `GET /a`, `/b` and `/c` with what the token trades at there, around a fixed price and a little off, as markets are.
 */
import { createServer } from 'node:http';

const [port = '0', price = '0.5'] = process.argv.slice(2);

/** Up to 0.1 % off, another way in each market and minute. */
function tradedAt(market) {
	const minute = Math.floor(Date.now() / 60_000);
	return (Number(price) * (1 + Math.sin(minute + market.charCodeAt(1)) / 1_000)).toFixed(9);
}

const server = createServer(({ url }, response) => {
	if (!/^\/[abc]$/.test(url)) return response.writeHead(404).end();
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ pair: 'BME/USD', last: { price: tradedAt(url), time: Date.now() } }));
});
server.listen(Number(port), '127.0.0.1', () => console.log(server.address().port));
