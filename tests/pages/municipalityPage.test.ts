import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite();

describe('the page of a municipality', () => {
	it('says whether and since when gemeente and OCMW take part, with website and number', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/gent');
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Gent');
		expect(visitor.getByRole('main')).toContainText('Provincie Oost-Vlaanderen');
		expect(visitor.getByRole('main')).toContainText('274.042 inwoners');
		const gemeente = visitor.locator('article#gemeente');
		expect(gemeente).toContainText('Doet mee sinds 1 mei 2017');
		expect(gemeente.getByRole('link', { name: 'Website van Gemeente Gent' })).toHaveAttribute(
			'href',
			/^https:\/\//
		);
		expect(gemeente).toContainText('0207.451.227');
		expect(visitor.locator('article#ocmw')).toContainText('Doet mee sinds 1 april 2025');
	});

	it('shows its desks with what a volunteer needs', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/gent');
		const desk = visitor.getByRole('article').filter({ hasText: 'Vrijwilligersloket Gent' }).first();
		for (const term of ['Adres', 'Openingsuren', 'Talen aan het loket']) {
			expect(desk.getByText(term, { exact: true })).toBeVisible();
		}
		expect(desk).toContainText('9000 Gent');
		for (const link of visitor
			.getByRole('main')
			.locator('a[href^="mailto:"]:not([href^="mailto:?"])')
			.all()) {
			expect(link.getAttribute('href')).toMatch(/\.example$/);
		}
	});

	it('shows the neighbours that take part, and they show it', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/antwerpen');
		const neighbours = visitor.getByRole('complementary', { name: 'Buurgemeenten die meedoen' });
		expect(neighbours.getByRole('listitem').first()).toContainText(/Gemeente|OCMW/);
		await neighbours.getByRole('link', { name: 'Brasschaat' }).click();
		expect(neighbours.getByRole('link', { name: 'Antwerpen' })).toBeVisible();
	});

	it('has a map of where it lies', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/gent');
		const picture = visitor.getByRole('img', { name: 'Kaart van Gent en de buurgemeenten' });
		expect(picture).toBeVisible();
		const drawn = await visitor.ask(picture.getAttribute('src') ?? '');
		expect(drawn.headers.get('content-type')).toContain('image/svg+xml');
		expect(await drawn.text()).toContain('<path');
	});

	it('says which municipalities merged into it', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/kruisem');
		expect(visitor.getByRole('main')).toContainText(/Kruishoutem/);
		expect(visitor.getByRole('main')).toContainText(/Zingem/);
	});

	it('exists for one that does not take part, and says so', async () => {
		const visitor = site.visitor();
		await visitor.open('/besturen/sint-niklaas');
		expect(visitor.locator('article#gemeente')).not.toContainText('Doet mee sinds');
		expect(visitor.locator('article#ocmw')).not.toContainText('Doet mee sinds');
		expect(visitor.getByRole('main')).toContainText('Sint-Niklaas heeft hier nog geen vrijwilligersloket');
	});
});

it('search engines read it as government offices', async () => {
	const visitor = site.visitor();
	await visitor.open('/besturen/gent');
	const block = visitor.locator('script[type="application/ld+json"]').text();
	const data: { '@context': string; '@graph': Record<string, unknown>[] } = JSON.parse(block ?? '');
	expect(data['@context']).toBe('https://schema.org');
	expect(new Set(data['@graph'].map((office) => office['@type']))).toEqual(
		new Set(['GovernmentOrganization', 'GovernmentOffice'])
	);
	expect(data['@graph'].map(({ name }) => name)).toEqual(
		expect.arrayContaining(['Gemeente Gent', 'OCMW Gent', 'Vrijwilligersloket Gent'])
	);
});

it('a shared link shows title, text, picture and its own address', async () => {
	const visitor = site.visitor();
	await visitor.open('/besturen/gent?bron=nieuwsbrief');
	const property = (name: string) => visitor.locator(`meta[property="${name}"]`).getAttribute('content');
	const canonical = visitor.locator('link[rel=canonical]').getAttribute('href');
	expect(canonical).toBe(`${site.url}/besturen/gent`);
	expect(await property('og:url')).toBe(canonical);
	expect(await property('og:title')).toContain('Gent');
	expect(await property('og:description')).toContain('Gent');
	const picture = await visitor.ask((await property('og:image')) ?? '');
	expect(picture.status).toBe(200);
	expect(picture.headers.get('content-type')).toBe('image/png');
});

const OLD_ADDRESSES = [
	{ old: '/besturen/kruishoutem', now: '/besturen/kruisem', because: 'it merged' },
	{ old: '/besturen/45017', now: '/besturen/kruisem', because: 'a NIS code of a merged municipality' },
	{ old: '/besturen/44021', now: '/besturen/gent', because: 'a NIS code' },
	{ old: '/besturen/ocmw-gent', now: '/besturen/gent', because: 'an OCMW shares the page' },
	{ old: '/besturen/GENT', now: '/besturen/gent', because: 'capitals do not matter' },
	{ old: '/fr/besturen/kruishoutem', now: '/fr/besturen/kruisem', because: 'the language stays' }
];
for (const { old, now, because } of OLD_ADDRESSES) {
	it(`${old} leads for good to ${now}: ${because}`, async () => {
		const visitor = site.visitor();
		const answer = await visitor.ask(old);
		expect(answer.status).toBe(308);
		expect(new URL(answer.headers.get('location') ?? '', site.url).pathname).toBe(now);
	});
}

describe('an unknown municipality', () => {
	it('is a 404 that offers the closest names', async () => {
		const visitor = site.visitor();
		const answer = await visitor.open('/besturen/oudenarde');
		expect(answer?.status).toBe(404);
		const suggestion = visitor.getByRole('main').getByRole('link', { name: 'Oudenaarde' });
		expect(suggestion).toBeVisible();
		await suggestion.click();
		expect(visitor.getByRole('heading', { level: 1, name: 'Oudenaarde' })).toBeVisible();
	});

	it('is a 404 in the reader’s language, whatever was typed', async () => {
		const visitor = site.visitor();
		for (const slug of [
			'x'.repeat(500),
			'%3Cscript%3Ealert(1)%3C%2Fscript%3E',
			'%F0%9F%99%82',
			'..%2F..%2Fetc'
		]) {
			const answer = await visitor.open(`/fr/besturen/${slug}`);
			expect(answer?.status, slug).toBe(404);
			expect(visitor.locator('html')).toHaveAttribute('lang', 'fr');
		}
	});
});

it('a municipality without a desk names the nearest ones and how far they are', async () => {
	const visitor = site.visitor();
	await visitor.open('/besturen/herstappe');
	const near = visitor.getByRole('heading', { name: 'Loketten in de buurt' });
	expect(near).toBeVisible();
	const distances = await visitor.getByText(/ · \d+ km$/).texts();
	const kilometres = distances.map((text) => Number(/(\d+) km/.exec(text)?.[1]));
	expect(kilometres).toHaveLength(3);
	expect(kilometres).toEqual(kilometres.toSorted((a, b) => a - b));
	await visitor.open('/besturen/gent');
	expect(near).toHaveCount(0);
});
