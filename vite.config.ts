import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { resolve } from 'node:path';
import { fewScripts } from './src/cli/bundle/fewScripts.ts';
import { shortMessages } from './src/cli/bundle/shortMessages.ts';
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Files that run in one process share its modules: loading them anew for each file took most of the time. */
const project = (
	name: string,
	include: string[],
	exclude: string[] = []
): TestProjectInlineConfiguration => ({
	extends: true,
	test: {
		name,
		environment: 'node',
		isolate: false,
		include,
		exclude: [...configDefaults.exclude, ...exclude]
	}
});

/** Tests that ask a database, or start one. */
const WITH_A_DATABASE = ['src/**/*.database.test.ts', 'tests/database/*.test.ts'];

export default defineConfig(({ command }) => ({
	plugins: [
		// Tests use the messages that `npm run i18n` compiled: the plugin's watcher would keep their process alive.
		!process.env.VITEST &&
			paraglideVitePlugin({
				project: './src/lib/base/i18n/project.inlang',
				outdir: './src/lib/base/i18n/paraglide',
				strategy: ['url', 'baseLocale'],
				// A module a message leaves out of the browser what a page does not say; a module a language is read sooner.
				outputStructure: command === 'build' ? 'message-modules' : 'locale-modules'
			}),
		sveltekit(),
		shortMessages(resolve('src/lib/base/i18n/paraglide/runtime.js')),
		fewScripts()
	],
	build: { target: 'es2022' },
	// The map worker imports its own chunks.
	worker: { format: 'es' },
	test: {
		// Vitest leaves a processor free for the person who watches; on two that is half of them.
		maxWorkers: '100%',
		// No promise is about the speed of the machine: a test that hangs ends, a busy machine does not end one.
		testTimeout: 120_000,
		hookTimeout: 240_000,
		// A file to compare with that is not there is a fault, here as anywhere: only -u writes one.
		update: 'none',
		// The waits that a test does not set itself outlast a busy machine too (src/lib/base/settings/limits.server.ts).
		env: Object.fromEntries(
			[
				'REQUEST_TIMEOUT_MS',
				'SMTP_CONNECT_TIMEOUT_MS',
				'SMTP_SOCKET_TIMEOUT_MS',
				'MAIL_SEND_TIMEOUT_MS',
				'AUTH_PATIENCE_MS',
				'SAME_MOMENT_MS',
				'POSTGRES_PORT_PATIENCE_MS'
			].map((limit) => [limit, '120000'])
		),
		projects: [
			project(
				'pure',
				['src/**/*.test.ts', 'supabase/reference/**/*.test.ts', 'tests/bench/*.test.ts'],
				WITH_A_DATABASE
			),
			project('database', WITH_A_DATABASE),
			project('policies', ['tests/policies/**/*.test.ts']),
			// What the site says is written down only when that is asked.
			project('pages', ['tests/pages/**/*.test.ts'], process.env.DUMP_TO ? [] : ['tests/pages/dump.test.ts']),
			project('contract', ['tests/contract/**/*.test.ts']),
			project('pgtap', ['supabase/tests/**/*.test.ts'])
		]
	}
}));
