import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { count } from './home.ts';
import { useSite } from './site.ts';

const site = useSite();

/** Addresses that no form makes, and what the page says about them. */
const MALFORMED = [
	{ query: 'page=-1', said: '“-1” is geen paginanummer.' },
	{ query: 'page=abc', said: '“abc” is geen paginanummer.' },
	{ query: 'page=9999', said: '“9999” is geen paginanummer.' },
	{ query: 'provincie=xyz', said: '“xyz” is geen keuze voor provincie.' },
	{ query: 'soort=gemeente&soort=koning', said: '“koning” is geen keuze voor soort.' },
	{ query: 'sorteer=willekeurig', said: '“willekeurig” is geen keuze voor sorteer.' },
	{ query: 'gekozen=atlantis', said: '“atlantis” is geen keuze voor gekozen.' },
	{ query: 'gekozen=%3Cscript%3E', said: '“<script>” is geen keuze voor gekozen.' },
	{ query: `q=${'gent '.repeat(2_000)}`, said: 'De zoektekst was te lang.' },
	{ query: 'q=ge%00nt%07', said: 'We lieten tekens weg die niet te lezen zijn.' }
];

describe('a malformed address', () => {
	for (const { query, said } of MALFORMED) {
		it(`?${query.slice(0, 40)} still gives a page, which says what was left out`, async () => {
			const visitor = site.visitor();
			const answer = await visitor.open(`/?${query}`);
			expect(answer.status).toBe(200);
			expect(visitor.getByRole('main')).toContainText('We konden een deel van het webadres niet gebruiken.');
			expect(visitor.getByRole('main')).toContainText(said);
		});
	}

	it('the part that is right still counts', async () => {
		const visitor = site.visitor();
		await visitor.open('/?provincie=xyz&provincie=brussel');
		expect(count(visitor)).toHaveText('19 gemeenten');
	});

	it('what cannot be decoded does no harm', async () => {
		const visitor = site.visitor();
		for (const path of ['/?q=%E0%A4%A', '/?q=%FF%FE', '/?=&&&==', '/%E0%A4%A', '/besturen/%00']) {
			const status = (await visitor.ask(path)).status;
			expect([200, 400, 404], `${path} gave ${status}`).toContain(status);
		}
	});

	it('text in the address is shown as text', async () => {
		const visitor = site.visitor();
		await visitor.open(`/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
		expect(visitor.getByRole('main').locator('img[src="x"]')).toHaveCount(0);
		expect(visitor.getByRole('main')).toContainText('<img src=x onerror=alert(1)>');
	});
});

it('a form action by a name that every object has does not exist', async () => {
	const visitor = site.visitor();
	for (const name of ['__proto__', 'constructor', 'toString', 'zzz']) {
		expect((await visitor.post(`/contact?/${name}`, { name: 'Noor' })).status, name).toBe(404);
	}
});
