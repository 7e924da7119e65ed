import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What every room may use: rules of the field, and the ground that the rooms stand on. */
const GROUND = [
	'domain',
	'settings',
	'i18n',
	'ui',
	'mailing',
	'embedded',
	'database',
	'http',
	'form',
	'query'
];

/**
 * The rooms of src/lib, and which others each uses; whatever is not listed is refused. Arrows point one way: routes and the
 * site to subjects, subjects to one another along this list, all of them to the ground.
 */
const SUBJECTS = {
	directory: [],
	contact: [],
	map: [],
	mail: [],
	expertise: [],
	geocoder: ['directory'],
	desk: ['directory'],
	finder: ['desk', 'directory', 'map'],
	embed: ['desk'],
	api: ['directory'],
	import: ['desk', 'directory'],
	coverage: [],
	knowledge: ['directory', 'expertise'],
	peers: ['expertise'],
	accounts: ['directory', 'expertise', 'mail'],
	colleagues: ['accounts', 'contact', 'directory', 'expertise'],
	administration: ['contact', 'directory', 'mail'],
	verification: ['directory'],
	editing: ['accounts', 'desk', 'directory', 'geocoder', 'mail', 'map'],
	reports: ['contact', 'editing']
};

const ARROWS = {
	domain: [],
	settings: [],
	i18n: ['domain'],
	ui: ['domain', 'i18n'],
	query: ['domain', 'i18n', 'ui'],
	mailing: ['settings'],
	embedded: ['domain', 'mailing', 'settings'],
	database: ['domain', 'embedded', 'mailing', 'settings'],
	http: ['database', 'domain', 'i18n', 'settings'],
	form: ['domain', 'http', 'i18n', 'ui'],
	...Object.fromEntries(Object.entries(SUBJECTS).map(([room, others]) => [room, [...GROUND, ...others]])),
	chores: [...GROUND, ...Object.keys(SUBJECTS)],
	// What is around every page and every request.
	site: [...GROUND, ...Object.keys(SUBJECTS)],
	routes: [...GROUND, ...Object.keys(SUBJECTS), 'site', 'chores'],
	cli: GROUND
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
		// The two places that write markup themselves: a data block, with "<" escaped, and what came through prose.server.ts.
		files: ['src/lib/site/JsonLd.svelte', 'src/lib/knowledge/Prose.svelte'],
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
				{ type: 'mailing', pattern: 'src/lib/base/mail' },
				...['settings', 'i18n', 'ui', 'query', 'embedded', 'database', 'http', 'form'].map((type) => ({
					type,
					pattern: `src/lib/base/${type}`
				})),
				...[...Object.keys(SUBJECTS), 'site'].map((type) => ({ type, pattern: `src/lib/${type}` })),
				{ type: 'chores', pattern: 'src/lib/chores' },
				{ type: 'routes', pattern: 'src/routes' },
				{ type: 'cli', pattern: 'src/cli' }
			]
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
						}))
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
							group: ['**/useDatabase.ts', '**/embedded/embedded.fixture.ts', './embedded.fixture.ts'],
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
					patterns: [
						{ group: ['**/embedded/embedded.fixture.ts'], message: 'Take useDatabase() of tests/database.' }
					]
				}
			]
		}
	}
);
