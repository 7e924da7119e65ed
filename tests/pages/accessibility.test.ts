/**
 * The structure of every page that somebody may open, by role and language. What depends on colours and sizes is looked at
 * in a browser, tests/e2e/accessibility.spec.ts.
 */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../routes.ts';
import { addressesOf, addressFor, isLookedAt, PUBLIC_PAGES } from './addresses.ts';
import { violations } from './axe.ts';
import { comeToLook, LANGUAGES, ROLES } from './lookingAround.ts';
import { loadedFromElsewhere } from './loadedFromElsewhere.ts';
import { parsePage } from './parsePage.ts';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite();

/** A page that stands in a frame lies in a landmark of the page around it: tests/e2e/embed.spec.ts looks at both. */
const ABOUT_THE_PAGE_AROUND = ['region'];

let visitors: ReadonlyMap<string, Visitor>;
let content: Content;

beforeAll(async () => {
	({ visitors, content } = await comeToLook(site));
});

/**
 * Pages and frames of pages that were looked at: the same again, for another reader or around another page, says nothing
 * new. Where in the menu a page stands is no other frame.
 */
const lookedAt = new Set<string>();

/**
 * A page without what it says: what axe judges. Of words it asks whether there are any, and which are the same; these stay,
 * as a number for each text. So a page in another language is new only where more than its words is.
 */
function structureOf(html: string): string {
	const numbers = new Map<string, number>();
	const numberOf = (text: string): string => {
		const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
		if (words === '') return '';
		if (!numbers.has(words)) numbers.set(words, numbers.size);
		return String(numbers.get(words));
	};
	return html.replaceAll(/<[^>]*>|[^<]+/g, (part) =>
		part.startsWith('<')
			? part
					.replaceAll(
						/ (aria-label|alt|title|placeholder|label)="([^"]*)"/g,
						(_, name, text) => ` ${name}="${numberOf(text)}"`
					)
					.replaceAll(/ (lang|hreflang)="(?:nl|fr|en)"/g, ' $1=""')
			: numberOf(part)
	);
}

/** @param html as the server sent it: to look at one that is not new, it need not even be parsed */
function isNew(html: string): boolean {
	const said = html
		.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
		.replaceAll(/ (?:href|action|value|nonce|aria-current)="[^"]*"/g, '');
	const main = /<main[\s\S]*<\/main>/.exec(said)?.[0] ?? '';
	const language = /<html[^>]*>/.exec(said)?.[0] ?? '';
	const frame = language + structureOf(said.slice(said.indexOf('<body')).replace(main, ''));
	const parts = [structureOf(main), frame].map((part) => createHash('sha256').update(part).digest('hex'));
	const isNew = parts.some((part) => !lookedAt.has(part));
	for (const part of parts) lookedAt.add(part);
	return isNew;
}

for (const [language, prefix] of Object.entries(LANGUAGES)) {
	describe.each(Object.keys(ROLES))(`in ${language}, for %s`, (who) => {
		it.each(addressesOf(ROLES[who] ?? null))('axe finds nothing on %s', async (address) => {
			const visitor = visitors.get(who);
			if (!visitor) throw new Error(`${who} is not there.`);
			const { html, url } = await visitor.read(prefix + addressFor(address, content));
			expect(html).toMatch(/<title>[^<]+<\/title>/);
			if (!isNew(html)) return;
			const { window } = parsePage(html, { url, contentType: 'text/html' });
			expect(loadedFromElsewhere(window.document)).toEqual([]);
			const without = address.startsWith('/embed/') ? ABOUT_THE_PAGE_AROUND : [];
			expect(await violations(window.document, without)).toEqual([]);
		});
	});
}

/** Pages that a form makes when it is sent, by what to do first. */
const SENT: Readonly<
	Record<string, { who: string; path: string; button: string; fill?: Record<string, string> }>
> = {
	'the contact form with errors': { who: 'a visitor', path: '/contact', button: 'main form button' },
	'the registration form with errors': {
		who: 'a visitor',
		path: '/registreren',
		button: 'main form .button:not([type])'
	},
	'the registration form with governments to choose from': {
		who: 'a visitor',
		path: '/registreren',
		button: 'main form .button:not([type])',
		fill: { 'input[name="government"]': 'Gent' }
	},
	'the own account with errors': {
		who: 'a member',
		path: '/account',
		button: 'main form button',
		fill: { '#fullName': '' }
	},
	'what is followed': {
		who: 'a member',
		path: '/account/volgen?thema=jongeren&gemeente=gent',
		button: 'form[action="?/volg"] button'
	},
	'expertise that is kept': { who: 'a member', path: '/account/expertise', button: 'main form button' },
	'a suspension without a reason': {
		who: 'an administrator',
		path: '/beheer/leden/wijzigen?account={colleague}&actie=suspend',
		button: 'main form button'
	}
};

for (const [language, prefix] of Object.entries(LANGUAGES)) {
	it.each(Object.entries(SENT).filter(([, { path }]) => isLookedAt(path)))(
		`axe finds nothing in ${language} on %s`,
		async (_, form) => {
			const visitor = visitors.get(form.who) ?? site.visitor();
			await visitor.open(prefix + addressFor(form.path, content));
			for (const [field, value] of Object.entries(form.fill ?? {})) visitor.locator(field).fill(value);
			await visitor.locator(form.button).first().click();
			// Something to read first: what was wrong, or what is done.
			expect(visitor.locator('[autofocus]:not([popover] *)').count()).toBeGreaterThan(0);
			expect(await violations(visitor.page)).toEqual([]);
		}
	);
}

it('every page has one main heading and says what it is about in its title', async () => {
	const paths = [...PUBLIC_PAGES, '/besturen/aalst', '/registreren', '/aanmelden', '/wachtwoord'];
	const visitor = site.visitor();
	const titles = new Set<string>();
	for (const path of paths) {
		await visitor.open(path);
		expect(visitor.getByRole('heading', { level: 1 }).count(), path).toBe(1);
		titles.add(visitor.title);
	}
	expect(titles.size).toBe(paths.length);
});
