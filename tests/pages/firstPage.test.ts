/** What a browser asks for before and while it shows a first page, read from what the server sends. */
import { createHash } from 'node:crypto';
import { it } from 'vitest';
import { expect } from './expectations.ts';
import { useSite } from './site.ts';

const site = useSite();

const FIRST_PAGES = [
	'/',
	'/loketten?q=9000',
	'/loketten/vrijwilligersloket-gent',
	'/besturen/gent',
	'/fr',
	'/embed/kaart?gemeente=gent'
];
const MOST_REQUESTS = 12;

const tagsIn = (html: string, name: string): string[] =>
	html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];

it.each(FIRST_PAGES)('%s is seen without another request, and takes few', async (address) => {
	const answer = await site.visitor().ask(address);
	const html = await answer.text();
	const links = tagsIn(html, 'link');
	const kind = (rel: string) => links.filter((link) => link.includes(`rel="${rel}"`));

	const styles = kind('stylesheet').filter((link) => !/ disabled(?:=""|\s|>)/.test(link));
	expect(styles).toEqual([]);
	expect(tagsIn(html, 'script').filter((script) => script.includes(' src='))).toEqual([]);

	// All that it needs is named in the page, after its words: a header would have it asked for before them.
	expect(answer.headers.get('link')).toBeNull();
	const scripts = kind('modulepreload');
	expect(scripts.length).toBeGreaterThan(2);
	expect(kind('preload').filter((link) => link.includes('as="font"'))).toHaveLength(1);
	expect(html.indexOf('</main>')).toBeLessThan(html.indexOf('modulepreload'));
	const pictures = tagsIn(html, 'img').filter((img) => !img.includes('loading="lazy"') && / src=/.test(img));
	const requests = [address, ...scripts, ...kind('preload'), ...pictures];
	expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS);

	// The same for everybody, so that it is kept and sent again.
	expect(answer.headers.get('vary')).toBe('Accept-Encoding');

	const policy = answer.headers.get('content-security-policy') ?? '';
	expect(policy).not.toContain('unsafe-inline');
	const inPage = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text ?? '');
	expect(inPage.length).toBeGreaterThan(0);
	for (const text of inPage)
		expect(policy).toContain(`sha256-${createHash('sha256').update(text).digest('base64')}`);
});
