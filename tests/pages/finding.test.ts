import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { cards, count } from './home.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite();

/** What a person types, and the municipality that they mean. */
const WAYS_TO_A_PLACE = [
	{ typed: 'sint niklaas', found: 'Sint-Niklaas', because: 'a hyphen and capitals do not matter' },
	{ typed: '9100', found: 'Sint-Niklaas', because: 'a postcode leads to its municipality' },
	{ typed: 'Borgerhout', found: 'Antwerpen', because: 'a place lies in a municipality' },
	{ typed: 'Kruishoutem', found: 'Kruisem', because: 'a former municipality leads to its successor' },
	{ typed: 'Gand', found: 'Gent', because: 'a French name is a name' },
	{ typed: 'Bruxelles', found: 'Brussel', because: 'a French name is a name' },
	{ typed: 'B-9000', found: 'Gent', because: 'a postcode may have its country before it' },
	{ typed: 'Antwerpen centrum', found: 'Antwerpen', because: 'a word more is no other place' },
	{ typed: 'Antwerpn', found: 'Antwerpen', because: 'one letter is missing' },
	{ typed: 'Oudenarde', found: 'Oudenaarde', because: 'one letter is missing' }
];

async function visit(visitor: Visitor, typed: string): Promise<void> {
	await visitor.open(`/?q=${encodeURIComponent(typed)}`);
}

describe('somebody who knows a place finds its municipality', () => {
	for (const { typed, found, because } of WAYS_TO_A_PLACE) {
		it(`“${typed}” gives ${found}: ${because}`, async () => {
			const visitor = site.visitor();
			await visit(visitor, typed);
			expect(cards(visitor).first().getByRole('heading')).toHaveText(new RegExp(`^${found}`));
		});
	}

	it('a guess is called a guess', async () => {
		const visitor = site.visitor();
		await visit(visitor, 'Antwerpn');
		expect(visitor.getByRole('status').first()).toContainText('We vonden niets voor “Antwerpn”');
		await visit(visitor, 'Antwerpen');
		expect(visitor.getByRole('status').first()).not.toContainText('We vonden niets');
	});

	it('words around a name do not hide it, and the page says what it shows', async () => {
		const visitor = site.visitor();
		await visit(visitor, 'gent vrijwilligersloket');
		expect(cards(visitor).first().getByRole('heading')).toHaveText(/^Gent/);
		expect(visitor.getByRole('status').first()).toContainText('We vonden niets voor');
	});

	it('an address with another language’s name leads to the municipality', async () => {
		const visitor = site.visitor();
		await visitor.open('/fr/besturen/ixelles');
		expect(visitor).toHaveAddress(/\/fr\/besturen\/elsene$/);
		await visitor.open('/en/besturen/ghent');
		expect(visitor).toHaveAddress(/\/en\/besturen\/gent$/);
	});

	it('a parameter that is there twice is used once, and the page says which', async () => {
		const visitor = site.visitor();
		await visitor.open('/?q=gent&q=aalst');
		expect(cards(visitor).first().getByRole('heading')).toHaveText(/^Gent/);
		expect(visitor.getByText('We gebruikten alleen “gent”.')).toBeVisible();
	});

	it('the list says why a municipality was found', async () => {
		const visitor = site.visitor();
		await visit(visitor, 'Borgerhout');
		expect(cards(visitor).first()).toContainText('Borgerhout ligt in Antwerpen.');
		await visit(visitor, 'Kruishoutem');
		expect(cards(visitor).first()).toContainText('Kruishoutem hoort nu bij Kruisem.');
	});
});

describe('nothing found', () => {
	it('offers the names that come nearest and the way back', async () => {
		const visitor = site.visitor();
		await visit(visitor, 'Antwarpia');
		expect(visitor.getByRole('heading', { name: 'Geen gemeente gevonden' })).toBeVisible();
		const nothing = visitor.locator('.nothing');
		expect(nothing.getByText('Bedoelde je misschien:')).toBeVisible();
		expect(nothing.getByRole('listitem').first()).toHaveText(/^Antwerpen/);
		await nothing.getByRole('link', { name: 'Toon alle gemeenten' }).click();
		expect(count(visitor)).toHaveText('304 gemeenten');
	});

	it('offers no names when none comes near, and says of a number that it is no postcode', async () => {
		const visitor = site.visitor();
		const nothing = visitor.locator('.nothing');
		await visit(visitor, 'xyzxyz');
		expect(nothing).toContainText('We kennen geen gemeente, dorp of postcode');
		expect(nothing).not.toContainText('Bedoelde je misschien');
		await visit(visitor, '9999');
		expect(nothing).toContainText('“9999” is geen postcode in Vlaanderen of Brussel.');
		expect(nothing).not.toContainText('Bedoelde je misschien');
	});

	it('says so when only the filters stand in the way, and clears them', async () => {
		const visitor = site.visitor();
		await visitor.open('/?q=gent&provincie=limburg');
		const nothing = visitor.locator('.nothing');
		expect(nothing).toContainText('“gent” vonden we wel, maar niet met deze filters');
		await nothing.getByRole('link', { name: 'Wis alle filters' }).click();
		expect(cards(visitor).first().getByRole('heading')).toHaveText('Gent');
	});
});
