/**
 * The step of `smoke.zndsl` that runs a job. In a process of its own: the test runner makes this one look like a
 * browser.
 */
const { execFileSync } = require('node:child_process');
const path = require('node:path');

async function run(name, network) {
	const { wsUri } = network.nodesByName[name];
	execFileSync(process.execPath, [path.join(__dirname, 'job.mjs'), wsUri], { stdio: 'inherit' });
}

module.exports = { run };
