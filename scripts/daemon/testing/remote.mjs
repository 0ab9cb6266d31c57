/** An object of a test, asked by the programs that it starts. */
import { createServer } from 'node:http';

/** Serve the methods of an object to other processes; resolves with the server. */
export function serveObject(object) {
	const server = createServer(async (request, response) => {
		let body = '';
		for await (const chunk of request) body += chunk;
		try {
			response.end(JSON.stringify({ result: object[request.url.slice(1)](...JSON.parse(body)) ?? null }));
		} catch (error) {
			response.end(JSON.stringify({ error: error.message }));
		}
	});
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => resolve(server));
	});
}

/** What calls a method, by its name, of the object that is served there. */
export const askAt = (url) => async (name, values) => {
	const response = await fetch(`${url}/${name}`, { method: 'POST', body: JSON.stringify(values) });
	const { result, error } = await response.json();
	if (error) throw new Error(error);
	return result;
};
