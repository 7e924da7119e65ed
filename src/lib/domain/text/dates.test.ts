import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dateFormat } from './dates.ts';

/** @param tag a BCP 47 tag */
const said = (day: string, tag: string, options: Intl.DateTimeFormatOptions): string =>
	dateFormat(tag, { ...options, timeZone: 'UTC' }).format(Date.parse(day));

it.each<[string, string, Intl.DateTimeFormatOptions, string]>([
	['2017-05-01', 'fr-BE', { dateStyle: 'long' }, '1er mai 2017'],
	['2017-05-01', 'fr-BE', { dateStyle: 'medium' }, '1er mai 2017'],
	['2017-05-01', 'fr-BE', { dateStyle: 'full' }, 'lundi 1er mai 2017'],
	['2026-12-01', 'fr-BE', { weekday: 'short', day: 'numeric', month: 'short' }, 'mar. 1er déc.'],
	['2026-12-01', 'fr-BE', { day: 'numeric', month: 'long' }, '1er décembre'],
	['2017-05-11', 'fr-BE', { dateStyle: 'long' }, '11 mai 2017'],
	['2017-05-21', 'fr-BE', { dateStyle: 'long' }, '21 mai 2017'],
	['2017-01-01', 'fr-BE', { month: 'long', year: 'numeric' }, 'janvier 2017'],
	['2017-01-01', 'fr-BE', { day: 'numeric', month: 'numeric' }, '01/01'],
	['2017-05-01', 'nl-BE', { dateStyle: 'long' }, '1 mei 2017'],
	['2017-05-01', 'en-GB', { dateStyle: 'long' }, '1 May 2017']
])('%s in %s as %o is %s', (day, tag, options, expected) => {
	expect(said(day, tag, options)).toBe(expected);
});

it('a day of which somebody reads the date is written here, and nowhere else', () => {
	// What reads dates instead of saying them, and what says weekdays, months or Dutch only.
	const others = [
		'domain/text/dates.ts',
		'domain/openingHours/brusselsTime.ts',
		'administration/governments/days.ts',
		'api/hsds/records.server.ts',
		'desk/dayName.ts',
		'coverage/labels.ts'
	];
	const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file) && !/paraglide|\.test\.ts$/.test(file))
		.filter((file) =>
			/new Intl\.DateTimeFormat|toLocale(Date)?String\(/.test(readFileSync(`src/${file}`, 'utf8'))
		)
		.map((file) => file.replace(/^lib\//, ''));
	expect(sources.filter((file) => !others.includes(file))).toEqual([]);
});
