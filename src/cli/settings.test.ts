/** What the environment may set stands in `.env.example` and in the table of supabase/OPERATING.md, and nothing else does. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLimits } from '../lib/base/settings/limits.server';

/** Set by the commands themselves. */
const OURS = ['SERVED_AT'];

const FILES = globSync(['src/**/*.{ts,svelte}', 'src/routes/.*/**/*.ts'], {
	exclude: (path) => /paraglide|\.test\.ts$|\.fixture\.ts$/.test(path)
});

/** The ways in which the code reads a setting. */
const WAYS = [
	/(?<!meta\.)\b(?:env|settings)\??\.([A-Z][A-Z0-9_]+)\b/g,
	/\b(?:portFromEnv|dayCount)\([^)']*'([A-Z][A-Z0-9_]+)'/g
];
const TAKEN_APART = /\{([^{}]+)\}(?:: NodeJS\.ProcessEnv| = (?:process\.)?env\b| = settings\b)/g;

const readBy = (code: string): string[] => [
	...WAYS.flatMap((way) => [...code.matchAll(way)].map(([, name = '']) => name)),
	...[...code.matchAll(TAKEN_APART)].flatMap(([, names = '']) => names.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? [])
];

const sorted = (names: readonly string[]) => [...new Set(names)].toSorted();

const read = sorted(FILES.flatMap((file) => readBy(readFileSync(file, 'utf8')))).filter(
	(name) => !OURS.includes(name)
);

describe('the settings', () => {
	it('are found however they are read', () => {
		expect(read).toEqual(
			expect.arrayContaining([
				'PORT',
				'VERIFY_AFTER_DAYS',
				'BASEMAP_TILES_URL',
				'EMBEDDED_PILOT',
				'SUPABASE_URL'
			])
		);
	});

	it('stand in .env.example, each of them once', () => {
		const lines = readFileSync('.env.example', 'utf8').matchAll(/^# ?([A-Z][A-Z0-9_]+)=/gm);
		const names = [...lines].map(([, name = '']) => name);
		expect(names.toSorted()).toEqual(read);
	});

	it('stand in the table of OPERATING.md', () => {
		const [, section = ''] = readFileSync('supabase/OPERATING.md', 'utf8').split(/^## Settings$/m);
		const [table = ''] = section.split(/^## /m);
		const rows = table.match(/^\| `.*$/gm) ?? [];
		const names = rows.flatMap((row) =>
			[...(row.split(' | ')[0] ?? '').matchAll(/`([A-Z][A-Z0-9_]+)[^`]*`/g)].map(([, name = '']) => name)
		);
		expect(names.toSorted()).toEqual(read);
	});

	it('have names that are not those of limits, which stand in a table of their own', () => {
		expect(Object.keys(readLimits({})).filter((limit) => read.includes(limit))).toEqual([]);
	});
});
