import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { cards } from './support/home.ts';
import { expect, test } from './support/test.ts';

const LOCALES = ['nl', 'fr', 'en'] as const;
type Locale = (typeof LOCALES)[number];
const PREFIX: Record<Locale, string> = { nl: '', fr: '/fr', en: '/en' };
const PAGES = [
	'/',
	'/?q=zzqqxx',
	'/?page=-1',
	'/besturen/gent',
	'/over',
	'/privacy',
	'/privacy/wie-ziet-wat',
	'/toegankelijkheid',
	'/contact'
];

/** Every message of a language by its key; one with forms for one and many counts as each of its forms. */
function messages(locale: Locale): Map<string, string[]> {
	const folder = `src/lib/i18n/messages/${locale}`;
	const texts = (value: unknown): string[] => {
		if (typeof value === 'string') return [value];
		if (Array.isArray(value)) return value.flatMap(({ match }: { match: object }) => Object.values(match));
		return [];
	};
	return new Map(
		readdirSync(folder).flatMap((file) => {
			const content: Record<string, unknown> = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
			return Object.entries(content)
				.filter(([key]) => key !== '$schema')
				.map(([key, value]): [string, string[]] => [key, texts(value)]);
		})
	);
}
const ALL = { nl: messages('nl'), fr: messages('fr'), en: messages('en') };

/** What a reader sees or hears: text, and the attributes that are read aloud. */
function readable(page: Page): Promise<string> {
	return page.evaluate(() => {
		const attributes = ['aria-label', 'alt', 'title', 'placeholder'].flatMap((name) =>
			[...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name))
		);
		const meta = [...document.querySelectorAll('meta[content]')].map((element) =>
			element.getAttribute('content')
		);
		return [document.title, document.body.innerText, ...attributes, ...meta].join('\n');
	});
}

test('every message exists in three languages', () => {
	expect([...ALL.fr.keys()].toSorted()).toEqual([...ALL.nl.keys()].toSorted());
	expect([...ALL.en.keys()].toSorted()).toEqual([...ALL.nl.keys()].toSorted());
});

for (const locale of LOCALES) {
	test(`every page in ${locale} is in ${locale}`, async ({ page }) => {
		const own = new Set([...ALL[locale].values()].flat());
		/** Sentences of the other languages; short words may be the same in all three. */
		const foreign = LOCALES.filter((other) => other !== locale)
			.flatMap((other) => [...ALL[other].values()].flat())
			.filter((text) => text.length > 20 && !text.includes('{') && !own.has(text));
		for (const path of PAGES) {
			await page.goto(PREFIX[locale] + path);
			await expect(page.locator('html'), path).toHaveAttribute('lang', locale);
			const text = await readable(page);
			expect(text.match(/\b(common|directory|map|pages|server)_[a-z_]+/g), `${path} shows no key`).toBeNull();
			expect(
				foreign.filter((sentence) => text.includes(sentence)),
				path
			).toEqual([]);
		}
	});
}

test('the same page in another language is one click away, with the search kept', async ({ page }) => {
	await page.goto('/?provincie=limburg');
	await page.getByRole('link', { name: 'Français' }).click();
	await expect(page).toHaveURL(/\/fr\/?\?provincie=limburg$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/?\?provincie=limburg$/);
});

test('each page names itself in the three languages, for search engines', async ({ page, baseURL }) => {
	for (const path of ['/', '/besturen/gent', '/over']) {
		for (const locale of LOCALES) {
			await page.goto(PREFIX[locale] + path);
			const alternates = await page
				.locator('link[rel=alternate][hreflang]')
				.evaluateAll((links) =>
					links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])
				);
			// Not "/fr/", from which the server would redirect.
			const below = path === '/' ? '' : path;
			expect(alternates).toEqual([
				['nl', `${baseURL}${path}`],
				['fr', `${baseURL}/fr${below}`],
				['en', `${baseURL}/en${below}`],
				['x-default', `${baseURL}${path}`]
			]);
		}
	}
});

test.describe('names and numbers', () => {
	test.use({ javaScriptEnabled: false });

	test('a municipality has its French and English name where there is one, beside the Dutch', async ({
		page
	}) => {
		await page.goto('/fr/besturen/gent');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gand');
		await expect(page.getByRole('main')).toContainText(/274\s042/);
		await page.goto('/en/besturen/antwerpen');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Antwerp');
		await expect(page.getByRole('main')).toContainText('565,615');
		await page.goto('/en/besturen/mesen');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mesen');
	});

	test('names are in the order of the language', async ({ page }) => {
		await page.goto('/fr/?sorteer=naam&provincie=brussel');
		const names = (await cards(page).locator('h3 > a').allInnerTexts()).map((name) => name.trim());
		expect(names).toContain('Ixelles');
		expect(names).toEqual(names.toSorted(new Intl.Collator('fr').compare));
	});
});
