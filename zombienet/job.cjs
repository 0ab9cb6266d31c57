/**
 * The step of `smoke.zndsl` that runs a job. In a process of its own: the test runner makes this one look like a
 * browser.
 */
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');

async function run(name, network) {
	const { wsUri } = network.nodesByName[name];
	const job = spawn(process.execPath, [path.join(__dirname, 'job.mjs'), wsUri], { stdio: 'inherit' });
	const [code] = await once(job, 'close');
	if (code !== 0) throw new Error(`the job failed with code ${code}`);
}

module.exports = { run };
