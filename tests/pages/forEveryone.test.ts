/** What does not depend on how a page looks: what a screen reader hears apart, in which language, and what paper says. */
import { describe, it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';
import { PUBLIC_PAGES } from './addresses.ts';

const site = useSite();

const SHOWN = [
	...PUBLIC_PAGES,
	'/?q=9100',
	'/?provincie=limburg&loket=ja',
	'/loketten?q=9000',
	'/loketten?q=9100',
	'/loketten/vrijwilligersloket-gent',
	'/besturen/sint-niklaas',
	'/besturen/gent',
	'/embed/loket?gemeente=gent',
	'/embed/loket?gemeente=sint-niklaas',
	'/embed/kaart?gemeente=gent'
];

/** Pieces of one paragraph that stand beside each other by their style alone: read on, they are one sentence. */
function runTogether(page: Document): string[] {
	return [...page.querySelectorAll('p, [role="status"]')].flatMap((paragraph) =>
		[...paragraph.children].flatMap((piece) => {
			const next = piece.nextElementSibling;
			const isInline = (element: Element | null) => element && /^(SPAN|STRONG|EM|B)$/.test(element.tagName);
			if (!next || !isInline(piece) || !isInline(next)) return [];
			let between = '';
			for (let node = piece.nextSibling; node && node !== next; node = node.nextSibling)
				between += node.textContent;
			const first = (piece.textContent + between).trim();
			const then = (next.textContent ?? '').trim();
			return first === '' || then === '' || /[.,:;·?!(–]$/.test(first) || /^[.,:;·(–]/.test(then)
				? []
				: [`${first} | ${then}`];
		})
	);
}

describe('facts beside each other', () => {
	it.each(SHOWN)('are not one sentence: %s', async (address) => {
		const visitor = site.visitor();
		await visitor.open(address);
		expect(runTogether(visitor.page)).toEqual([]);
	});

	it('of a desk in the list are things of their own', async () => {
		const visitor = site.visitor();
		await visitor.open('/loketten?q=9000');
		const [first] = visitor.getByRole('article').all();
		const facts = [...(visitor.page.querySelectorAll('article .facts')[0]?.children ?? [])];
		expect(first).toContainText('Talen');
		expect(facts.map(({ tagName }) => tagName)).toEqual(['LI', 'LI']);
		expect(facts[0]?.textContent).toMatch(/^Talen: .*[^ ]$/);
		expect(facts[1]?.textContent).toMatch(/rolstoel/);
	});
});

describe('names', () => {
	/** What stands in another language than the page; a soft hyphen is not said. */
	const foreign = (page: Document, lang: string) =>
		[...page.querySelectorAll(`main [lang="${lang}"]`)].map(({ textContent }) =>
			textContent?.replaceAll('\u00AD', '').trim()
		);

	it.each(['/fr', '/en'])(
		'of desks and streets are Dutch on a page in another language: %s',
		async (prefix) => {
			const visitor = site.visitor();
			for (const address of [
				'/loketten/vrijwilligersloket-gent',
				'/besturen/gent',
				'/loketten?q=9000',
				'/embed/loket?gemeente=gent'
			]) {
				await visitor.open(prefix + address);
				const names = foreign(visitor.page, 'nl');
				expect(names, address).toEqual(
					expect.arrayContaining(['Vrijwilligersloket Gent', 'Voorbeeldstraat 99'])
				);
			}
		}
	);

	it('of municipalities are Dutch where the page has none of its own', async () => {
		const visitor = site.visitor();
		await visitor.open('/fr/besturen/aalter');
		expect(visitor.page.querySelector('h1')?.lang).toBe('nl');
		await visitor.open('/fr/besturen/gent');
		expect(visitor.page.querySelector('h1')?.lang).toBe('');
		await visitor.open('/en?q=aalst');
		expect(foreign(visitor.page, 'nl')).toContain('Aalst');
	});

	it('stand in sentences in their own language too', async () => {
		const visitor = site.visitor();
		await visitor.open('/fr/loketten?q=oosterzele');
		for (const sentence of ['div[role="status"]', '#eigen'])
			expect(visitor.page.querySelector(`${sentence} [lang="nl"]`)?.textContent, sentence).toBe('Oosterzele');
		await visitor.open('/fr/loketten?q=9000');
		expect(visitor.page.querySelector('div[role="status"]')?.textContent).toContain('Gand');
		expect(visitor.page.querySelector('div[role="status"] [lang]')).toBeNull();
	});

	it('are the page’s own on a Dutch one, but for those of Brussels that are French', async () => {
		const visitor = site.visitor();
		for (const address of ['/loketten/vrijwilligersloket-gent', '/loketten?q=9000', '/besturen/gent']) {
			await visitor.open(address);
			expect(foreign(visitor.page, 'nl'), address).toEqual([]);
			expect(foreign(visitor.page, 'fr'), address).toEqual([]);
		}
		await site.sql`update volunteer_desk set name = 'Guichet du volontariat', street = 'Rue de la Loi 16'
			where slug = 'vrijwilligersloket-gent'`;
		await visitor.open('/loketten/vrijwilligersloket-gent');
		expect(foreign(visitor.page, 'fr')).toEqual(['Guichet du volontariat', 'Rue de la Loi 16']);
	});
});

describe('on paper', () => {
	it.each([
		['/loketten?q=9000', /van http.*\/loketten\?q=9000$/],
		['/loketten/vrijwilligersloket-gent', /van http.*\/loketten\/vrijwilligersloket-gent$/],
		['/fr/besturen/gent', /depuis http.*\/fr\/besturen\/gent$/]
	])('stand the day and the address of the page: %s', async (address, expected) => {
		const visitor = site.visitor();
		await visitor.open(address);
		expect(visitor.page.querySelector('p.print-only')?.textContent).toMatch(/^(Afgedrukt op|Imprimé le) \d/);
		expect(visitor.page.querySelector('p.print-only')?.textContent).toMatch(expected);
	});

	it('the address has nothing that is a visit’s own', async () => {
		const visitor = site.visitor();
		await visitor.open('/contact?geheim=1');
		expect(visitor.page.querySelector('p.print-only')?.textContent).toMatch(/\/contact$/);
	});

	it('each desk of the list has its hours', async () => {
		const visitor = site.visitor();
		await visitor.open('/loketten?q=9000');
		const hours = [...visitor.page.querySelectorAll('article .print-only')];
		expect(hours.length).toBeGreaterThan(5);
		expect(hours[0]?.textContent).toMatch(/maandag tot vrijdag: 9 tot 16\suur/);
	});
});

describe('the menu', () => {
	it('is a popover that its button opens, without scripts, with the way to sign in', async () => {
		const visitor = site.visitor();
		await visitor.open('/loketten');
		const button = visitor.page.querySelector('header button');
		const menu = visitor.page.getElementById(button?.getAttribute('popovertarget') ?? '');
		expect(button?.textContent).toBe('Menu');
		expect(menu?.getAttribute('popover')).toBe('auto');
		expect(menu?.textContent).toContain('Aanmelden');
	});
});

describe('on another site', () => {
	it('a desk has its hours and how a wheelchair gets in; hours can be left out', async () => {
		const visitor = site.visitor();
		await visitor.open('/embed/loket?gemeente=GENT');
		const desk = visitor.getByRole('article').first();
		expect(desk).toContainText('maandag tot vrijdag: 9 tot 16 uur');
		expect(desk).toContainText('Toegankelijk met een rolstoel');
		await visitor.open('/embed/loket?gemeente=gent&uren=nee');
		expect(desk).not.toContainText('maandag tot vrijdag');
		expect(desk).toContainText('Toegankelijk met een rolstoel');
	});

	it('all that stands there is in a landmark', async () => {
		const visitor = site.visitor();
		await visitor.open('/embed/loket?gemeente=gent');
		expect(visitor.getByRole('main')).toContainText('Bron: Lokaal Vrijwilligen');
	});

	const links = (page: Document) => [...page.querySelectorAll('main a')] as HTMLAnchorElement[];

	it('links take the whole page along; or open a window, and say so', async () => {
		const visitor = site.visitor();
		await visitor.open('/embed/loket?gemeente=gent');
		expect(visitor.page.querySelector('base')?.target).toBe('_top');
		expect(visitor.page.body.textContent).not.toContain('nieuw venster');
		for (const address of [
			'/embed/loket?gemeente=gent&venster=nieuw',
			'/embed/loket?gemeente=sint-niklaas&venster=nieuw',
			'/embed/kaart?venster=nieuw'
		]) {
			await visitor.open(address);
			const leading = links(visitor.page).filter(({ protocol }) => protocol.startsWith('http'));
			expect(leading.length, address).toBeGreaterThan(0);
			for (const link of leading) {
				expect([link.target, link.rel, link.href]).toEqual(['_blank', 'noopener', link.href]);
				expect(link.textContent).toContain('(opent in een nieuw venster)');
			}
			const others = links(visitor.page).filter((link) => !leading.includes(link));
			expect(others.map(({ target }) => target).filter((target) => target !== '_top')).toEqual([]);
		}
	});

	it.each(['gemeente=Gent!', 'gemeente=%3F', 'loket=%3F'])(
		'what nobody can read is not found, instead of all there is: %s',
		async (query) => {
			const visitor = site.visitor();
			expect((await visitor.open(`/embed/loket?${query}`)).status).toBe(404);
		}
	);

	it('the code has what was chosen', async () => {
		const visitor = site.visitor();
		await visitor.open('/insluiten?gemeente=gent&uren=nee&venster=nieuw');
		const code = visitor.page.querySelector<HTMLTextAreaElement>('#code')?.value;
		expect(code).toContain('/embed/loket?gemeente=gent&amp;uren=nee&amp;venster=nieuw"');
		expect(visitor.getByRole('main')).toContainText('“uren=nee”');
		expect(visitor.getByRole('main')).toContainText('“venster=nieuw”');
	});
});
