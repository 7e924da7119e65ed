import { it } from 'vitest';
import { expect } from './expectations.ts';
import { card, cards, count, numberOf, openFilters, searchBox } from './home.ts';
import { useSite } from './site.ts';

const site = useSite();

it('the search is a plain form', async () => {
	const visitor = site.visitor();
	await visitor.open('/');
	searchBox(visitor).fill('9100');
	await visitor.getByRole('button', { name: 'Zoek' }).click();
	expect(visitor).toHaveAddress(/[?&]q=9100/);
	expect(card(visitor, '46021')).toBeVisible();
});

it('filters are sent with their button and stay as they were set', async () => {
	const visitor = site.visitor();
	await visitor.open('/');
	await openFilters(visitor);
	visitor.getByRole('checkbox', { name: /^Limburg/ }).check();
	visitor.getByRole('checkbox', { name: /^OCMW/ }).check();
	await visitor.getByRole('button', { name: 'Zoek' }).click();
	expect(visitor).toHaveAddress(/provincie=limburg/);
	await openFilters(visitor);
	expect(visitor.getByRole('checkbox', { name: /^Limburg/ })).toBeChecked();
	expect(visitor.getByRole('checkbox', { name: /^OCMW/ })).toBeChecked();
	expect(numberOf(count(visitor))).toBeLessThan(100);
});

it('all municipalities can be reached page by page', async () => {
	const visitor = site.visitor();
	await visitor.open('/');
	const seen = new Set<string>();
	for (;;) {
		for (const article of cards(visitor).all()) seen.add((await article.getAttribute('data-nis')) ?? '');
		const next = visitor.getByRole('link', { name: 'Volgende' });
		if (next.count() === 0) break;
		await next.click();
	}
	expect(seen.size).toBe(304);
});

it('the picture of the map shows the same result as the list', async () => {
	const visitor = site.visitor();
	const picture = visitor.getByRole('img', { name: /^Kaart van Vlaanderen en Brussel/ });
	await visitor.open('/?provincie=limburg');
	expect(picture).toBeVisible();
	const source = picture.getAttribute('src') ?? '';
	expect(source).toContain('provincie=limburg');
	const narrowed = await visitor.ask(source);
	expect(narrowed.headers.get('content-type')).toContain('image/svg+xml');
	const whole = await visitor.ask('/kaart/overzicht.svg');
	expect(await narrowed.text()).not.toBe(await whole.text());
});

it('“on the map” chooses the municipality', async () => {
	const visitor = site.visitor();
	await visitor.open('/?q=gent');
	await card(visitor, '44021')
		.getByRole('link', { name: /Op de kaart/ })
		.click();
	expect(visitor).toHaveAddress(/gekozen=gent/);
	expect(card(visitor, '44021')).toHaveClass(/selected/);
});
