import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { ALL_MUNICIPALITIES, cards, count, numberBehind, numberOf, openFilters, searchBox } from './home.ts';
import { useSite } from './site.ts';

const site = useSite();

it('without a filter all 304 municipalities are there, those that take part first', async () => {
	const visitor = site.visitor();
	await visitor.open('/');
	expect(count(visitor)).toHaveText(`${ALL_MUNICIPALITIES} gemeenten`);
	expect(cards(visitor).first()).toContainText('doet mee sinds');
});

it('provinces and Brussels together are everything', async () => {
	const visitor = site.visitor();
	await visitor.open('/');
	await openFilters(visitor);
	const group = visitor.getByRole('group', { name: 'Provincie' });
	let sum = 0;
	for (const box of group.getByRole('checkbox').all()) sum += numberBehind(box);
	expect(sum).toBe(ALL_MUNICIPALITIES);
});

it('filters narrow each other, values of one filter widen it', async () => {
	const visitor = site.visitor();
	await visitor.open('/?provincie=limburg');
	const limburg = numberOf(count(visitor));
	await visitor.open('/?provincie=limburg&provincie=brussel');
	expect(numberOf(count(visitor))).toBe(limburg + 19);
	await visitor.open('/?provincie=limburg&provincie=brussel&loket=ja');
	const withDesk = numberOf(count(visitor));
	expect(withDesk).toBeGreaterThan(0);
	expect(withDesk).toBeLessThan(limburg + 19);
	expect(cards(visitor).first()).toContainText(/loket/);
});

it('each filter at work can be taken away by itself, and all of them at once', async () => {
	const visitor = site.visitor();
	await visitor.open('/?q=st&provincie=limburg&loket=ja');
	await visitor.getByRole('link', { name: 'Haal filter weg: Heeft een loket' }).click();
	expect(visitor).toHaveAddress(/\?q=st&provincie=limburg$/);
	await visitor.getByRole('link', { name: 'Wis alle filters' }).first().click();
	expect(visitor).toHaveAddress(/\?q=st$/);
	expect(searchBox(visitor)).toHaveValue('st');
});

describe('order', () => {
	it('by name follows the language', async () => {
		const visitor = site.visitor();
		await visitor.open('/?sorteer=naam');
		const names = cards(visitor).getByRole('heading').texts();
		expect(names[0]).toBe('Aalst');
		expect(names).toEqual(names.toSorted(new Intl.Collator('nl').compare));
	});

	it('by inhabitants starts with Antwerp, by date with the longest taking part', async () => {
		const visitor = site.visitor();
		await visitor.open('/?sorteer=inwoners');
		expect(cards(visitor).first().getByRole('heading')).toHaveText('Antwerpen');
		await visitor.open('/?sorteer=sinds');
		const years = cards(visitor)
			.texts()
			.map((text) => Math.min(...[...text.matchAll(/sinds (\d{4})/g)].map(([, year]) => Number(year))));
		expect(years).toEqual(years.toSorted((a, b) => a - b));
	});
});
