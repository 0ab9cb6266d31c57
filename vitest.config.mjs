import { defineConfig } from 'vitest/config';

const SECOND = 1_000;

/** The tests of one kind: those that start nodes have minutes, and so do the hooks that start them. */
const project = (name, include, options) => ({
	extends: true,
	test: { name, include: [include], hookTimeout: 180 * SECOND, ...options },
});
/** Tests of one node have a specification that all of them share. */
const ONE_NODE = { globalSetup: 'e2e/lib/specification.mjs', testTimeout: 180 * SECOND };

export default defineConfig({
	test: {
		pool: 'forks',
		// Each end-to-end file runs a node of its own; two at once are what two cores carry.
		poolOptions: { forks: { minForks: 1, maxForks: 2 } },
		projects: [
			project('unit', 'scripts/**/*.test.mjs', { testTimeout: 60 * SECOND }),
			project('e2e', 'e2e/*.test.mjs', ONE_NODE),
			project('release', 'e2e/release/*.test.mjs', ONE_NODE),
			project('network', 'e2e/network/*.test.mjs', { testTimeout: 300 * SECOND }),
		],
	},
});
