import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'unit', include: ['scripts/**/*.test.mjs'], testTimeout: 60_000 } },
			{
				test: {
					name: 'e2e',
					include: ['e2e/**/*.test.mjs'],
					// Each file runs a node of its own; two at once are what two cores carry.
					pool: 'forks',
					maxWorkers: 2,
					minWorkers: 1,
					testTimeout: 120_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
