/** Commands of the operator, which know what a program cannot. */
import { spawn } from 'node:child_process';

/** Milliseconds for the last words of a command that has ended, while something that it left behind holds its output. */
const DRAIN = 1_000;

/** End a command and what it has started; whatever took a group of its own is no longer its. */
function endGroup({ pid }) {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch (error) {
		// Nobody is left, or only who is another user's.
		if (!['ESRCH', 'EPERM'].includes(error.code)) throw error;
	}
}

/**
 * Run a command with `input` on its standard input as JSON. Resolves with its `output`, the first so many characters
 * without the space around it, and its exit `code`; `null` if it could not be run, or was ended after so many seconds.
 */
export function run([command, ...rest], input, seconds, most = 4_096) {
	return new Promise((resolve) => {
		// In a group of its own, so that what it has started ends with it.
		const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
		const patience = setTimeout(() => endGroup(child), seconds * 1_000);
		const end = (code, output) => {
			clearTimeout(patience);
			clearTimeout(draining);
			if (child.pid) endGroup(child);
			child.stdout.destroy();
			resolve({ code, output: output.trim() });
		};
		let output = '';
		let draining;
		child.stdout.setEncoding('utf8').on('data', (text) => {
			output = (output + text).slice(0, most);
		});
		child.once('error', ({ message }) => end(null, message));
		child.once('close', (code) => end(code, output));
		child.once('exit', (code) => {
			draining = setTimeout(() => end(code, output), DRAIN);
		});
		// It need not read what it is told.
		child.stdin.on('error', () => {});
		child.stdin.end(`${JSON.stringify(input)}\n`);
	});
}
