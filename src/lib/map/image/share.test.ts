import { expect, it } from 'vitest';
import { renderSharePng, shareSvg, type SharePicture } from './share.server';

const picture = (more: Partial<SharePicture> = {}): SharePicture => ({
	map: {
		nisCode: '44021',
		neighbours: ['44073', '44043'],
		participationByNis: new Map([['44021', 'both']]),
		names: new Map([['44021', 'Gent']]),
		desks: [{ lon: 3.725, lat: 51.05 }],
		title: 'Gent',
		locale: 'nl',
		credit: '© OpenStreetMap, 2021'
	},
	heading: 'Vrijwilligersloket Gent',
	line: 'Gent',
	site: 'Lokaal Vrijwilligen',
	...more
});

it('is a PNG of the size that platforms ask for', async () => {
	const png = Buffer.from((await renderSharePng(picture())) ?? []);
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
	// The second uses the renderer that the first one started.
	expect((await renderSharePng(picture({ heading: 'Gent' })))?.length).toBeGreaterThan(1000);
});

it('follows no colour scheme, which the renderer does not know', async () => {
	const svg = (await shareSvg(picture())) ?? '';
	expect(svg).not.toMatch(/var\(|@media|:root|system-ui/);
	expect(svg).toContain('Vrijwilligersloket');
});

it('breaks a long name into lines, and stops at some point', async () => {
	const texts = async (heading: string) =>
		[
			...((await shareSvg(picture({ heading, line: '' }))) ?? '').matchAll(/font-size:50px[^>]*>([^<]+)</g)
		].map(([, text]) => text);
	expect((await texts('Huis van het Kind Sint-Lievens-Houtem')).length).toBeGreaterThan(1);
	expect((await texts('lang '.repeat(60))).at(-1)).toMatch(/…$/);
	expect((await texts('x'.repeat(150))).every((text = '') => text.length < 20)).toBe(true);
});

it('escapes what a name holds', async () => {
	expect(await shareSvg(picture({ heading: '<b>&' }))).toContain('&lt;b&gt;&amp;');
});

it('is not there for what is not on the map', async () => {
	expect(await renderSharePng(picture({ map: { ...picture().map, nisCode: '99999' } }))).toBeUndefined();
});
