import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { PUBLIC_PAGES } from './addresses.ts';
import { expect } from './expectations.ts';
import { cards } from './home.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite();

const LOCALES = ['nl', 'fr', 'en'] as const;
type Locale = (typeof LOCALES)[number];
const PREFIX: Record<Locale, string> = { nl: '', fr: '/fr', en: '/en' };
const PAGES = [...PUBLIC_PAGES, '/?q=zzqqxx', '/?page=-1'];

/** Every message of a language by its key; one with forms for one and many counts as each of its forms. */
function messages(locale: Locale): Map<string, string[]> {
	const folder = `src/lib/base/i18n/messages/${locale}`;
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
function readable({ title, page }: Visitor): string {
	const read = (selector: string, name: string) =>
		[...page.querySelectorAll(selector)].map((element) => element.getAttribute(name));
	const attributes = ['aria-label', 'alt', 'title', 'placeholder'].flatMap((name) => read(`[${name}]`, name));
	for (const unread of page.body.querySelectorAll('script, style, template')) unread.remove();
	return [title, page.body.textContent, ...attributes, ...read('meta[content]', 'content')].join('\n');
}

it('every message exists in three languages', () => {
	expect([...ALL.fr.keys()].toSorted()).toEqual([...ALL.nl.keys()].toSorted());
	expect([...ALL.en.keys()].toSorted()).toEqual([...ALL.nl.keys()].toSorted());
});

for (const locale of LOCALES) {
	it(`every page in ${locale} is in ${locale}`, async () => {
		const visitor = site.visitor();
		const own = new Set([...ALL[locale].values()].flat());
		/** Sentences of the other languages; short words may be the same in all three. */
		const foreign = LOCALES.filter((other) => other !== locale)
			.flatMap((other) => [...ALL[other].values()].flat())
			.filter((text) => text.length > 20 && !text.includes('{') && !own.has(text));
		for (const path of PAGES) {
			await visitor.open(PREFIX[locale] + path);
			expect(visitor.locator('html'), path).toHaveAttribute('lang', locale);
			const text = readable(visitor);
			expect(text.match(/\b(common|directory|map|pages|server)_[a-z_]+/g), `${path} shows no key`).toBeNull();
			expect(
				foreign.filter((sentence) => text.includes(sentence)),
				path
			).toEqual([]);
		}
	});
}

it('the same page in another language is one click away, with the search kept', async () => {
	const visitor = site.visitor();
	await visitor.open('/?provincie=limburg');
	await visitor.getByRole('link', { name: 'Français' }).click();
	expect(visitor).toHaveAddress(/\/fr\/?\?provincie=limburg$/);
	expect(visitor.locator('html')).toHaveAttribute('lang', 'fr');
	await visitor.getByRole('link', { name: 'English' }).click();
	expect(visitor).toHaveAddress(/\/en\/?\?provincie=limburg$/);
});

it('each page names itself in the three languages, for search engines', async () => {
	const visitor = site.visitor();
	for (const path of ['/', '/besturen/gent', '/over']) {
		for (const locale of LOCALES) {
			await visitor.open(PREFIX[locale] + path);
			const alternates = visitor
				.locator('link[rel=alternate][hreflang]')
				.elements()
				.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]);
			// Not "/fr/", from which the server would redirect.
			const below = path === '/' ? '' : path;
			expect(alternates).toEqual([
				['nl', `${site.url}${path}`],
				['fr', `${site.url}/fr${below}`],
				['en', `${site.url}/en${below}`],
				['x-default', `${site.url}${path}`]
			]);
		}
	}
});

describe('names and numbers', () => {
	it('a municipality has its French and English name where there is one, beside the Dutch', async () => {
		const visitor = site.visitor();
		await visitor.open('/fr/besturen/gent');
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Gand');
		expect(visitor.getByRole('main')).toContainText(/274\s042/);
		await visitor.open('/en/besturen/antwerpen');
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Antwerp');
		expect(visitor.getByRole('main')).toContainText('565,615');
		await visitor.open('/en/besturen/mesen');
		expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Mesen');
	});

	it('names are in the order of the language', async () => {
		const visitor = site.visitor();
		await visitor.open('/fr/?sorteer=naam&provincie=brussel');
		const names = (await cards(visitor).locator('h3 > a').texts()).map((name) => name.trim());
		expect(names).toContain('Ixelles');
		expect(names).toEqual(names.toSorted(new Intl.Collator('fr').compare));
	});
});
