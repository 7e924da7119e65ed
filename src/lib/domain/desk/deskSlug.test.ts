import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isPageOfSite } from './deskSlug.ts';

it('No desk gets the address of a page of the site', () => {
	const pages = readdirSync('src/routes/(site)/loketten', { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('['))
		.map(({ name }) => name.split('.')[0] ?? '');
	expect(pages).toContain('nakijken');
	expect(pages.filter((name) => !isPageOfSite(name))).toEqual([]);
});
