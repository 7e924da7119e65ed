import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite();

async function opened(address: string) {
	const visitor = site.visitor();
	await visitor.open(address);
	return visitor;
}
const finder = (q: string, more = '') => opened(`/loketten?q=${encodeURIComponent(q)}${more}`);
const said = (visitor: Awaited<ReturnType<typeof opened>>) => visitor.getByRole('main').text();

describe('a place that is typed on the home page', () => {
	it.each([
		['9100', 'Sint-Niklaas heeft nog geen vrijwilligersloket'],
		['Deurne', null]
	])(
		'“%s” ends at the nearest desk with its state, and a way to the finder that keeps the words',
		async (q, none) => {
			const visitor = await opened(`/?q=${q}`);
			const answer = visitor.getByRole('region', { name: 'Waar kan je terecht?' });
			expect(answer).toContainText(/Nu open|Gesloten|Op afspraak|Openingsuren niet bekend/);
			if (none) {
				expect(answer).toContainText('Dichtste loket');
				expect(answer).toContainText(none);
			} else expect(answer).toContainText('Loket van jouw gemeente');
			await answer.getByRole('link', { name: /^Alle loketten bij/ }).click();
			expect(visitor).toHaveAddress(new RegExp(`/loketten\\?q=${q}#resultaat$`));
		}
	);

	it.each([
		['9100', 'Dichtste loket'],
		['gent', 'Loket van jouw gemeente'],
		['Breda', 'Breda ligt in Nederland.'],
		['xyzxyz', 'Geen gemeente gevonden']
	])('“%s” leads to the answer, not past it', async (q, answered) => {
		const form = (await opened('/')).locator('form[role="search"]');
		const [path, id] = (form.getAttribute('action') ?? '').split('#');
		const visitor = await opened(`${path}?q=${q}`);
		const answer = visitor.locator(`#${id}`);
		expect(answer.count()).toBe(1);
		expect(answer.getAttribute('tabindex')).toBe('-1');
		expect(answer).toContainText(answered);
	});

	it('is typed in the same field as that of the finder', async () => {
		for (const locale of ['', '/fr', '/en']) {
			const [home, desks] = [await opened(locale || '/'), await opened(`${locale}/loketten`)];
			const form = (visitor: typeof home) => visitor.locator('form[role="search"]');
			expect(form(home).locator('button').first().text()).toBe(form(desks).locator('button').first().text());
			expect(form(home).locator('label').first().text()).toBe(form(desks).locator('label').first().text());
		}
	});
});

it('a desk that was found leads to how to get there, by public transport too', async () => {
	const visitor = await finder('9000');
	await visitor.getByRole('link', { name: 'Route naar Vrijwilligersloket Gent' }).click();
	expect(visitor).toHaveAddress(/\/loketten\/vrijwilligersloket-gent#route$/);
	expect(visitor.locator('#route')).toHaveText('Zo kom je er');
	expect(visitor.getByRole('link', { name: 'De Lijn (bus en tram)' })).toHaveCount(1);
});

describe('who works at a local government', () => {
	it('has a door of their own', async () => {
		for (const address of ['/', '/besturen/sint-niklaas']) {
			const visitor = await opened(address);
			expect(visitor.getByText('Werk je bij een lokaal bestuur?'), address).toBeVisible();
		}
		const about = await opened('/over');
		expect(about.locator('main a[href="/registreren"]').first()).toBeVisible();
		expect(about.locator('main a[href="/loketten"]').first()).toBeVisible();
	});
});

describe('a place elsewhere', () => {
	it.each([
		['Liège', 'Luik ligt in Wallonië, in de provincie Luik.', 'www.levolontariat.be'],
		['Bergen', 'Bergen ligt in Wallonië, in de provincie Henegouwen.', 'www.levolontariat.be'],
		['4000', '4000 Luik ligt in Wallonië', 'www.levolontariat.be'],
		['Amsterdam', 'Amsterdam ligt in Nederland.', 'www.nov.nl'],
		['Rijsel', 'Rijsel ligt in Frankrijk.', 'www.francebenevolat.org'],
		['75001', 'geen Belgische postcode', null]
	])('“%s” is told where it is, and who helps there', async (q, where, help) => {
		for (const visitor of [await finder(q), await opened(`/?q=${q}`)]) {
			expect(said(visitor)).toContain(where);
			expect(said(visitor)).toContain('Deze site gaat over Vlaanderen en Brussel.');
			if (help) expect(visitor.getByRole('link', { name: help })).toBeVisible();
			expect(said(visitor)).not.toMatch(/\d km/);
			expect(said(visitor)).not.toContain('Geen gemeente gevonden');
		}
	});

	it('is told in the language of the page', async () => {
		expect(said(await opened('/fr/loketten?q=Luik'))).toContain(
			'Liège se trouve en Wallonie, dans la province de Liège.'
		);
		expect(said(await opened('/en/loketten?q=Parijs'))).toContain('Paris is in France.');
	});
});

describe('what is said of a place', () => {
	it('is never that a guess is one’s own municipality', async () => {
		const visitor = await finder('gnt');
		expect(said(visitor)).toContain('We vonden niets voor “gnt”');
		expect(said(visitor)).not.toMatch(/jouw gemeente/);
	});

	it('is not that a municipality lies in itself, in no language', async () => {
		for (const locale of ['', '/fr', '/en']) {
			for (const q of ['9000', '1000']) {
				const visitor = await opened(`${locale}/loketten?q=${q}`);
				expect(said(visitor), `${locale} ${q}`).not.toMatch(
					/ligt in (Gent|Brussel|Sint)|se trouve à (Gand|Brux)|is in (Ghent|Brussels)/
				);
			}
		}
		expect(said(await finder('Borgerhout'))).toContain('Borgerhout ligt in Antwerpen.');
	});

	it('is from where a street or a spot with a town is searched', async () => {
		for (const q of ['Korenmarkt Gent', 'Gent Sint-Pieters']) {
			const visitor = await finder(q);
			expect(said(visitor)).toContain(`“${q}” kennen we niet helemaal. We zoeken vanaf Gent.`);
			expect(visitor.getByRole('heading', { name: 'In jouw gemeente: Gent' })).toBeVisible();
		}
		expect(said(await finder('Korenmarkt'))).toContain('Zet je gemeente of postcode erbij.');
	});

	it('is not that somebody lives where nobody does', async () => {
		for (const q of ['UZ Gent', 'Bobbejaanland']) {
			for (const [path, id] of [
				['/loketten', 'resultaat'],
				['/', 'antwoord']
			] as const) {
				const visitor = await opened(`${path}?q=${encodeURIComponent(q)}`);
				expect(visitor.locator(`#${id}`)).not.toContainText(/jouw gemeente|je eigen gemeente/i);
			}
		}
	});

	it('is from where an address is searched that no register knows, with what else has the name of its town', async () => {
		const visitor = await finder('Kerkstraat 1 Aalst');
		expect(said(visitor)).toContain('De straat of het adres kennen we niet. We zoeken vanaf Aalst.');
		const choices = visitor.getByRole('navigation', { name: 'Bedoel je iets anders?' });
		expect(choices.getByRole('link', { name: 'Aalst (in Sint-Truiden)' })).toBeVisible();
	});

	it('is also what has that name elsewhere', async () => {
		const visitor = await finder('Sluis');
		const choices = visitor.getByRole('navigation', { name: 'Bedoel je iets anders?' });
		await choices.getByRole('link', { name: 'Sluis (in Nederland)' }).click();
		expect(said(visitor)).toContain('Sluis ligt in Nederland.');
	});

	it('is in the language of the page, and the far larger one is taken', async () => {
		const visitor = await finder('Molenbeek');
		expect(said(visitor)).toContain('Sint-Jans-Molenbeek');
		expect(said(visitor)).not.toContain('Molenbeek-Saint-Jean');
		expect(visitor.getByRole('navigation', { name: 'Bedoel je iets anders?' })).toBeVisible();
	});

	it('leads on from each choice', async () => {
		const visitor = await finder('beveren');
		const choices = visitor.getByRole('navigation', { name: /^Bedoel je/ }).getByRole('link');
		for (const link of choices.all()) {
			const next = await opened(link.getAttribute('href') ?? '');
			expect(next.locator('article[data-desk]').all().length).toBeGreaterThan(0);
			expect(said(next)).not.toContain('Kies eerst je plaats');
		}
	});
});

describe('a part of the country', () => {
	it.each([
		['', 'Limburg', ['limburg']],
		['', 'Kempen', ['antwerpen', 'limburg']],
		['/fr', 'Brabant flamand', ['vlaams-brabant']]
	])('%s “%s” leads to the pages of its provinces', async (locale, q, provinces) => {
		for (const path of ['/loketten', '']) {
			const visitor = await opened(`${locale}${path || '/'}?q=${encodeURIComponent(q)}`);
			const text = said(visitor);
			expect(text).not.toMatch(/We kennen geen|Geen gemeente gevonden|Aucune commune/);
			const [list] = visitor.locator(path ? '#resultaat ul' : '#antwoord ul').all();
			const hrefs = list
				?.getByRole('link')
				.all()
				.map((link) => link.getAttribute('href'));
			expect(hrefs).toEqual(provinces.map((slug) => `${locale}/provincies/${slug}`));
		}
	});
});

describe('words that say no place', () => {
	it.each([
		['Kerkstraat', 'Zet je gemeente of postcode erbij.'],
		['vrijwilligersloket', 'Vul je gemeente of postcode in.']
	])('“%s” asks for one', async (q, advice) => {
		for (const visitor of [await finder(q), await opened(`/?q=${q}`)]) {
			expect(said(visitor)).toContain(advice);
			expect(said(visitor)).not.toContain('We kennen geen gemeente');
		}
	});
});

describe('with filters', () => {
	it.each([
		['9100', '&open=nu&rolstoel=ja'],
		['9100', '&open=zaterdag&taal=en'],
		['9100', '&taal=fr'],
		['9000', '&open=avond&taal=tr'],
		['9000', '&rolstoel=ja'],
		['Maaseik', '&taal=ar&rolstoel=ja']
	])('what is said of “%s” %s is said of those that pass them', async (q, filters) => {
		const visitor = await finder(q, filters);
		expect(visitor.locator('#resultaat [role="status"]')).toContainText('je filters');
		expect(said(visitor)).not.toMatch(
			/geen enkel loket( in de buurt)?( nog)? open( op zaterdag| na 17 uur)?\./
		);
		for (const badge of visitor.locator('#resultaat .badge').all()) {
			expect(badge.text()).not.toBe('Dichtste loket');
		}
	});
});

describe('near', () => {
	it('has a limit, and what is shown is not called what there is', async () => {
		const visitor = await finder('9000');
		expect(said(visitor)).toMatch(/loket(ten)? in Gent en nog \d+ binnen 25/);
		expect(said(visitor)).not.toMatch(/20 in de buurt/);
		const far = await finder('Maaseik', '&taal=ar&rolstoel=ja');
		for (const desk of far.getByRole('region', { name: 'Verder weg' }).locator('.distance').all()) {
			expect(Number(/\d+/.exec(desk.text())?.[0])).toBeGreaterThanOrEqual(25);
		}
	});

	it('is whom to ask, for each municipality without a desk', async () => {
		for (const slug of [
			'elsene',
			'sint-jans-molenbeek',
			'tongeren-borgloon',
			'bilzen-hoeselt',
			'sint-niklaas'
		]) {
			const visitor = await opened(`/besturen/${slug}`);
			const main = visitor.getByRole('main');
			if (!main.text().includes('nog geen vrijwilligersloket')) continue;
			expect(main.locator('a[href^="tel:"]').all().length, slug).toBeGreaterThan(0);
			expect(main.locator('a[rel="external"]').all().length, slug).toBeGreaterThan(0);
		}
	});
});

describe('when somebody can come', () => {
	it('is in the address, as a plain form with true numbers', async () => {
		const visitor = await finder('9000');
		visitor.getByRole('checkbox', { name: /^Op zaterdag/ }).check();
		visitor.getByRole('checkbox', { name: /^Na 17 uur/ }).check();
		await visitor.getByRole('button', { name: 'Toon resultaat' }).click();
		expect(visitor).toHaveAddress(/open=zaterdag&open=avond/);
		expect(visitor.getByRole('checkbox', { name: /^Op zaterdag/ })).toBeChecked();
	});

	it('is never a page with nothing: what opens first is there', async () => {
		for (const moment of ['nu', 'vandaag', 'zaterdag', 'avond']) {
			const visitor = await finder('9000', `&open=${moment}`);
			expect(visitor.locator('article[data-desk]').all().length, moment).toBeGreaterThan(0);
		}
	});
});

it('a page that is not there has a field to search with', async () => {
	const visitor = await opened('/bestaat-niet');
	expect(said(visitor)).not.toContain('Bedoelde je een van deze?');
	visitor.getByRole('searchbox').fill('9000');
	await visitor.getByRole('main').getByRole('button', { name: 'Zoek' }).click();
	expect(visitor).toHaveAddress(/\/loketten\?q=9000/);
});

it('who waits for a decision is told so on the pages of members', async () => {
	const person = await site.person({ fullName: 'Wim Wacht', status: 'pending' });
	const visitor = await site.signIn(person);
	for (const path of ['/collegas', '/mijn-bestuur']) {
		await visitor.open(path);
		expect(visitor).toHaveAddress(/\/account$/);
		expect(visitor.getByRole('heading', { name: 'Je aanvraag wacht nog' })).toBeVisible();
	}
	expect((await visitor.ask('/beheer/aanvragen')).status).toBe(404);
});
