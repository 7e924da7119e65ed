import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { contentsOf, readingMinutes } from './prose';
import { renderProse, type ProseSource } from './prose.server';

let revision = 0;
const source = (more: Partial<ProseSource> = {}): ProseSource => ({
	id: '5d0c2f0a-0000-4000-8000-000000000001',
	revision: (revision += 1),
	part: 'tekst',
	language: 'nl',
	...more
});
const html = (text: string, more?: Partial<ProseSource>) => renderProse(text, source(more)).html;
const dom = (text: string, more?: Partial<ProseSource>) =>
	new JSDOM(`<main>${html(text, more)}</main>`).window.document;

describe('what nobody may put in a page', () => {
	/** Public lists of what was tried elsewhere (OWASP, markdown-it, cure53, showdown), in every place Markdown has. */
	const ADDRESSES = [
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'javascript&colon;alert(1)',
		'&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)',
		'java&#x0A;script:alert(1)',
		'java&Tab;script:alert(1)',
		'%6A%61vascript:alert(1)',
		'\u0001javascript:alert(1)',
		'vbscript:msgbox(1)',
		'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
		'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+',
		'data:image/png;base64,AAAA',
		'file:///etc/passwd',
		'blob:https://voorbeeld.be/1',
		'view-source:javascript:alert(1)',
		'feed:javascript:alert(1)',
		'//kwaad.example/x',
		'/\\kwaad.example',
		'\\\\kwaad.example',
		'/\t/kwaad.example',
		'https:kwaad.example',
		'https:/\\kwaad.example',
		'https://bank.example@kwaad.example',
		'tekst" onmouseover="alert(1)',
		"x' onerror='alert(1)"
	];
	const PLACES: readonly ((address: string) => string)[] = [
		(a) => `[x](${a})`,
		(a) => `[x](<${a}>)`,
		(a) => `[x](${a} "titel")`,
		(a) => `<${a}>`,
		(a) => `![x](${a})`,
		(a) => `![x](<${a}>)`,
		(a) => `[x][1]\n\n[1]: ${a}`,
		(a) => `[x][1]\n\n[1]: <${a}> 'titel'`,
		(a) => `![x][1]\n\n[1]: ${a}`,
		(a) => `[![x](${a})](${a})`,
		(a) => `# [x](${a})`,
		(a) => `> - [x](${a})`,
		(a) => `| a |\n|---|\n| [x](${a}) |`,
		(a) => `tekst[^1]\n\n[^1]: [x](${a})`,
		(a) => `tekst^[[x](${a})]`,
		(a) => `<a href="${a}">x</a>`,
		(a) => `<img src="${a}">`,
		(a) => a
	];
	const MARKUP = [
		'<script>alert(1)</script>',
		'<scr<script>ipt>alert(1)</scr</script>ipt>',
		'<img src=x onerror=alert(1)>',
		'<svg/onload=alert(1)>',
		'<svg><animate onbegin=alert(1) attributeName=x>',
		'<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
		'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
		'<object data="javascript:alert(1)">',
		'<embed src="data:text/html,x">',
		'<form action="https://kwaad.example"><input name=q></form>',
		'<base href="https://kwaad.example/">',
		'<meta http-equiv="refresh" content="0;url=https://kwaad.example">',
		'<link rel=stylesheet href=https://kwaad.example/x.css>',
		'<style>*{display:none}</style>',
		'<p style="position:fixed" onclick="alert(1)">x</p>',
		'<details open ontoggle=alert(1)>',
		'<!-- --!><img src=x onerror=alert(1)> -->',
		'<![CDATA[<img src=x onerror=alert(1)>]]>',
		'<?xml version="1.0"?><x onload=alert(1)>',
		'&lt;script&gt;alert(1)&lt;/script&gt;',
		'``<script>alert(1)</script>``',
		'```html"onload=alert(1)\n<script>alert(1)</script>\n```',
		'# <img src=x onerror=alert(1)>',
		'# inhoud" onclick="alert(1)',
		'[^"><script>]\n\n[^"><script>]: x',
		'| <script> |\n|:-:|\n| <img onerror=x> |',
		'<noscript><p title="</noscript><img src=x onerror=alert(1)>">'
	];
	const TAGS =
		/^(MAIN|H[2-6]|P|BR|HR|STRONG|EM|S|CODE|PRE|BLOCKQUOTE|UL|OL|LI|A|SUP|DIV|TABLE|THEAD|TBODY|TR|TH|TD|SECTION)$/;
	const ATTRIBUTES = /^(id|href|rel|class|start|scope|role|tabindex|aria-label)$/;

	it.each([
		...ADDRESSES.flatMap((address) => PLACES.map((place) => [place(address), true] as const)),
		...MARKUP.map((text) => [text, false] as const)
	])('%j', (text, isAddress) => {
		const page = dom(text);
		const elements = [...page.querySelectorAll('main, main *')];
		expect(elements.filter(({ tagName }) => !TAGS.test(tagName))).toEqual([]);
		expect(
			elements.flatMap((element) => element.getAttributeNames()).filter((name) => !ATTRIBUTES.test(name))
		).toEqual([]);
		for (const link of page.querySelectorAll('a')) {
			const href = link.getAttribute('href') ?? '#';
			expect(href).toMatch(/^(https?:\/\/(?!.*@)|#tekst-|\/(?![/\\]))/);
			if (isAddress) expect(href).not.toContain('kwaad');
		}
	});

	it('is not hidden from readers by characters that nobody sees', () => {
		expect(html('een \u202Etxt.exe\u202C en \u0007 en \u2066x\u2069')).toBe('<p>een txt.exe en  en x</p>\n');
	});
});

describe('links', () => {
	const linkOf = (text: string) => {
		const link = dom(text).querySelector('a');
		return link && [link.getAttribute('href'), link.getAttribute('rel'), link.textContent];
	};

	it('lead to other sites without saying more than where from', () => {
		expect(linkOf('[VVSG](https://voorbeeld.example/a?b=c)')).toEqual([
			'https://voorbeeld.example/a?b=c',
			'noopener nofollow ugc',
			'VVSG'
		]);
		expect(linkOf('zie https://voorbeeld.example.')).toEqual([
			'https://voorbeeld.example/',
			'noopener nofollow ugc',
			'https://voorbeeld.example'
		]);
	});

	it('lead to our own pages, to mail and to telephones', () => {
		expect(linkOf('[loket](/loketten?q=gent#resultaat)')).toEqual([
			'/loketten?q=gent#resultaat',
			null,
			'loket'
		]);
		expect(linkOf('[mail](mailto:loket@gemeente.example)')).toEqual([
			'mailto:loket@gemeente.example',
			null,
			'mail'
		]);
		expect(linkOf('[bel](tel:+3290000000)')).toEqual(['tel:+3290000000', null, 'bel']);
	});

	it('that lead nowhere stay as words', () => {
		expect(html('[hier **klikken**](javascript:x)')).toBe('<p>hier <strong>klikken</strong></p>\n');
	});

	it('do not make a page many times as long as what was typed', () => {
		const text = `[a]: https://voorbeeld.example/${'x'.repeat(1_900)}\n\n${'[a] '.repeat(20_000)}`;
		expect(html(text).length).toBeLessThan(1_000_000);
	});
});

describe('images', () => {
	it('of other sites are a link that names the site', () => {
		const page = dom('![een affiche](https://foto.voorbeeld.example/a.png)');
		expect(page.querySelector('img')).toBeNull();
		expect(page.querySelector('a')?.textContent).toBe(
			'Afbeelding op foto.voorbeeld.example openen: een affiche'
		);
	});

	it('and films: a link with its title', () => {
		const page = dom('![Zo werkt het](https://www.youtube.com/watch?v=1)');
		expect(page.querySelector('a')?.textContent).toBe('Film op www.youtube.com bekijken: Zo werkt het');
	});

	it('in a link are its words', () => {
		const page = dom('[![affiche](https://a.example/a.png)](https://b.example/)');
		expect(page.querySelectorAll('a')).toHaveLength(1);
		expect(page.querySelector('a')?.href).toBe('https://b.example/');
		expect(page.querySelector('a')?.textContent).toBe('affiche');
	});

	it('are spoken of in the language of the text', () => {
		expect(html('![](https://a.example/a.png)', { language: 'fr' })).toContain(
			'Ouvrir l’image sur a.example'
		);
	});
});

describe('headings', () => {
	it('begin where the page has room, skip no level and have ids of their own', () => {
		const { headings } = renderProse('# Stap 1\n\n### Wie?\n\n## Wie?\n\n# Één & *twee*\n\n# 漢', source());
		expect(headings).toEqual([
			{ id: 'tekst-stap-1', level: 2, text: 'Stap 1' },
			{ id: 'tekst-wie', level: 3, text: 'Wie?' },
			{ id: 'tekst-wie--2', level: 3, text: 'Wie?' },
			{ id: 'tekst-een-twee', level: 2, text: 'Één & twee' },
			{ id: 'tekst-kop', level: 2, text: '漢' }
		]);
		expect(dom('## Eerst', { startsAt: 3 }).querySelector('h3')?.id).toBe('tekst-eerst');
	});

	it('are listed from three on', () => {
		const { headings } = renderProse('# A\n\n## B\n\n#### C', source());
		expect(contentsOf(headings)).toEqual([]);
		expect(contentsOf(renderProse('# A\n\n## B\n\n# C', source()).headings).map(({ text }) => text)).toEqual([
			'A',
			'B',
			'C'
		]);
	});
});

describe('tables and notes', () => {
	it('are aligned by a class, and can be moved by keyboard', () => {
		const page = dom('| a | b |\n|:--|--:|\n| 1 | 2 |');
		expect(page.querySelector('.wide[tabindex="0"][role="group"]')?.getAttribute('aria-label')).toBe('Tabel');
		expect([...page.querySelectorAll('td')].map(({ className }) => className)).toEqual(['left', 'right']);
		expect(page.querySelector('[style]')).toBeNull();
	});

	it('notes lead there and back, with the id of the item', () => {
		const page = dom('Zin[^bron].\n\n[^bron]: Het boek.');
		const there = page.querySelector('sup a');
		expect(there?.getAttribute('aria-label')).toBe('Voetnoot 1');
		expect(there?.getAttribute('href')).toContain('5d0c2f0a');
		const note = page.getElementById(there?.getAttribute('href')?.slice(1) ?? '');
		expect(note?.textContent).toContain('Het boek.');
		const back = note?.querySelector('a.back');
		expect(page.getElementById(back?.getAttribute('href')?.slice(1) ?? '')).toBe(there);
	});
});

describe('texts that would keep a server busy', () => {
	const N = 100_000;
	it.each([
		['a long line', 'a'.repeat(N)],
		['a long line of words', 'woord '.repeat(N / 6)],
		['quotes in quotes', '> '.repeat(1_000) + 'x'],
		['quotes without end', '>'.repeat(N)],
		['lists in lists', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n')],
		['brackets', '['.repeat(N)],
		['brackets that close', '[a]('.repeat(N / 4)],
		['images', '!['.repeat(N / 2)],
		['images that close', '![a]('.repeat(N / 5)],
		['stress', '*a **b '.repeat(N / 7)],
		['stress that does not close', '*_'.repeat(N / 2)],
		['ticks', Array.from({ length: 440 }, (_, count) => '`'.repeat(count)).join(' ')],
		['notes', '[^a'.repeat(N / 3) + '\n\n[^a]: x'],
		['notes of notes', '^['.repeat(N / 2)],
		['notes that close', '^[a]'.repeat(N / 4)],
		['notes to one', '[^a]'.repeat(N / 4) + '\n\n[^a]: x'],
		['definitions', '[a]: b\n'.repeat(N / 7)],
		['tables', '|a'.repeat(1_000) + '\n' + '|-'.repeat(1_000) + '\n' + '|\n'.repeat(N / 3)],
		['addresses', 'http://'.repeat(N / 7)],
		['addresses with stops', `https://a.example/${'.'.repeat(N)}`],
		['mail', 'mailto:a@'.repeat(N / 9)],
		['entities', '&#35'.repeat(N / 4)],
		['escapes', '\\'.repeat(N)],
		['open tags', '<a '.repeat(N / 3)],
		['comments', '<!--'.repeat(N / 4)],
		['headings', '# a\n'.repeat(N / 4)],
		['lines', '\n'.repeat(N)],
		['fences', '```\n'.repeat(N / 4)],
		['spaces', `a${' '.repeat(N)}b`],
		['quotes and marks', '"\''.repeat(N / 2)]
	])('%s', (_name, text) => {
		expect(renderProse(text, source()).html.length).toBeLessThan(5_000_000);
	});
});

describe('reading time', () => {
	it('is in whole minutes, at least one', () => {
		expect(readingMinutes([null, ''])).toBe(1);
		expect(readingMinutes(['woord '.repeat(500), 'woord '.repeat(100)])).toBe(3);
	});
});
