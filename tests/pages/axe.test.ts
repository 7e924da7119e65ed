import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { violations } from './axe.ts';

const page = (body: string, lang = 'nl'): Document =>
	new JSDOM(
		`<!doctype html><html lang="${lang}"><head><title>Een pagina</title></head><body>${body}</body></html>`
	).window.document;

it('axe finds nothing on a page that is right', async () => {
	const right = '<main><h1>Loketten</h1><h2>Gent</h2><label>Naam <input name="naam"></label></main>';
	expect(await violations(page(right))).toEqual([]);
});

it.each([
	['label', 'a field without a label', '<main><h1>A</h1><input name="naam"></main>'],
	['heading-order', 'a heading that skips a level', '<main><h1>A</h1><h3>B</h3></main>'],
	[
		'duplicate-id-aria',
		'an id that two have and one is named by',
		'<main><h1>A</h1><p id="x">B</p><p id="x">C</p><button aria-labelledby="x"></button></main>'
	],
	['region', 'a text outside the landmarks', '<main><h1>A</h1></main><p>Verloren</p>'],
	['button-name', 'a button without a name', '<main><h1>A</h1><button></button></main>'],
	['image-alt', 'a picture without a text', '<main><h1>A</h1><img src="/a.png"></main>'],
	['page-has-heading-one', 'no main heading', '<main><h2>A</h2></main>']
])('axe finds %s: %s', async (rule, _, body) => {
	const found = await violations(page(body));
	expect(
		found.some((finding) => finding.startsWith(`${rule} `)),
		found.join('\n')
	).toBe(true);
});

it('axe finds a language that does not exist', async () => {
	expect(await violations(page('<main><h1>A</h1></main>', 'zz'))).not.toEqual([]);
});
