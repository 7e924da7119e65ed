import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The rooms of src/, and which of them each may use. Arrows point one way; whatever is not listed is refused. */
const ARROWS = {
	domain: [],
	i18n: ['domain'],
	ui: ['i18n'],
	map: ['domain', 'i18n', 'ui'],
	site: ['domain', 'i18n', 'ui'],
	// a room per subject: its components and schemas
	subject: ['domain', 'i18n', 'ui', 'map'],
	embedded: ['server', 'domain'],
	server: ['domain', 'i18n', 'embedded', 'subject'],
	routes: ['domain', 'i18n', 'ui', 'map', 'site', 'subject', 'server'],
	cli: ['embedded', 'server']
};

const MAP_ENGINE = { group: ['maplibre-gl', 'maplibre-gl/*'] };

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'.data/',
			'node_modules/',
			'src/lib/base/i18n/paraglide/',
			'src/lib/base/database/database.types.ts',
			'test-results/',
			'playwright-report/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows better which names exist.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-invalid-void-type': 'off',
			eqeqeq: 'error',
			'no-console': ['error', { allow: ['error', 'warn', 'info'] }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// Links are made by `localizeHref`, which adds the language; Kit's `resolve` does not know about it.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// The one place that writes markup itself: a data block, with "<" escaped.
		files: ['src/lib/site/JsonLd.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		// Commands talk to the terminal.
		files: ['src/cli/**', 'tests/bench/**', 'supabase/reference/**'],
		rules: { 'no-console': 'off' }
	},
	{
		// Playwright insists on a destructured first parameter, also where nothing is taken from it.
		files: ['tests/e2e/**'],
		rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] }
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: ['**/*.test.ts'],
		plugins: { boundaries },
		settings: {
			'import/resolver': { typescript: { project: './tsconfig.json' } },
			'boundaries/elements': [
				{ type: 'domain', pattern: 'src/lib/domain' },
				{ type: 'i18n', pattern: 'src/lib/base/i18n' },
				{ type: 'ui', pattern: 'src/lib/base/ui' },
				{ type: 'map', pattern: 'src/lib/map' },
				{ type: 'site', pattern: 'src/lib/site' },
				{ type: 'embedded', pattern: 'src/lib/base/embedded' },
				{ type: 'server', pattern: 'src/lib/server' },
				{ type: 'subject', pattern: 'src/lib/*' },
				{ type: 'routes', pattern: 'src/routes' },
				{ type: 'cli', pattern: 'src/cli' }
			],
			'boundaries/files': [{ category: 'database', pattern: 'src/lib/base/database/database.types.ts' }]
		},
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					policies: [
						{ allow: { to: { module: { origin: ['external', 'core'] } } } },
						...Object.entries(ARROWS).map(([from, to]) => ({
							from: { element: { type: from } },
							allow: { to: { element: { types: { anyOf: [from, ...to] } } } }
						})),
						{
							from: { element: { types: { anyOf: ['server', 'embedded'] } } },
							allow: { to: { file: { categories: 'database' } } }
						}
					]
				}
			]
		}
	},
	{
		// Only the map's own room touches the map engine.
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: ['src/lib/map/**'],
		rules: {
			'no-restricted-imports': ['error', { patterns: [MAP_ENGINE] }]
		}
	},
	{
		// Tests that ask a database are named so: they run beside one another in a project of their own.
		files: ['src/**/*.test.ts'],
		ignores: ['src/**/*.database.test.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						MAP_ENGINE,
						{
							group: ['**/useDatabase.ts', '**/embedded/forTests.ts', './forTests.ts'],
							message: 'Name the file *.database.test.ts.'
						}
					]
				}
			]
		}
	},
	{
		// Whoever takes the worker's database cannot forget to put it back.
		files: ['tests/policies/**', 'tests/pages/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [{ group: ['**/embedded/forTests.ts'], message: 'Take useDatabase() of tests/database.' }]
				}
			]
		}
	}
);
