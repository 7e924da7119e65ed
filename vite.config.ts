import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		// Tests use the messages that `npm run i18n` compiled: the plugin's watcher would keep their process alive.
		!process.env.VITEST &&
			paraglideVitePlugin({
				project: './src/lib/i18n/project.inlang',
				outdir: './src/lib/i18n/paraglide',
				strategy: ['url', 'baseLocale']
			}),
		sveltekit()
	],
	build: { target: 'es2022' },
	// The map worker imports its own chunks.
	worker: { format: 'es' },
	test: {
		// Vitest leaves a processor free for the person who watches; on two that is half of them.
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'supabase/reference/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'policies',
					environment: 'node',
					include: ['tests/policies/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'pages',
					environment: 'node',
					isolate: false,
					include: ['tests/pages/**/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'pgtap',
					environment: 'node',
					include: ['supabase/tests/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
