import { defineConfig } from 'vitest/config';

const SECOND = 1_000;

export default defineConfig({
	test: {
		pool: 'forks',
		// Each end-to-end file runs a node of its own; two at once are what two cores carry.
		poolOptions: { forks: { minForks: 1, maxForks: 2 } },
		projects: [
			{
				extends: true,
				test: { name: 'unit', include: ['scripts/**/*.test.mjs'], testTimeout: 60 * SECOND },
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					include: ['e2e/*.test.mjs'],
					globalSetup: 'e2e/lib/specification.mjs',
					testTimeout: 180 * SECOND,
					hookTimeout: 180 * SECOND,
				},
			},
			{
				extends: true,
				test: {
					name: 'release',
					include: ['e2e/release/*.test.mjs'],
					globalSetup: 'e2e/lib/specification.mjs',
					testTimeout: 180 * SECOND,
					hookTimeout: 180 * SECOND,
				},
			},
			{
				extends: true,
				test: {
					name: 'network',
					include: ['e2e/network/*.test.mjs'],
					testTimeout: 300 * SECOND,
					hookTimeout: 180 * SECOND,
				},
			},
		],
	},
});
