import { describe, expect, it } from 'vitest';
import { LOCALES } from '$lib/domain/directory/directory';
import { composeMail, type OutboxMail } from './compose.server';
import { ACCOUNT, HOSTILE, LETTER, PARAMS, TOPIC_OF } from './params.fixture';
import { readUnsubscribeToken } from './unsubscribe.server';

const SITE = { origin: 'https://kaart.example', secret: 'sb_secret_een' };
const row = (template: string, locale = 'nl', params: unknown = PARAMS[template]): OutboxMail => ({
	id: '7c1d7a3e-5b1f-4a7e-9d55-222222222222',
	template,
	locale,
	to_address: 'noor@voorbeeld.example',
	params,
	topic: TOPIC_OF[template] ?? null,
	recipient_id: ACCOUNT
});

describe.each(Object.keys(PARAMS))('the mail "%s"', (template) => {
	describe.each(LOCALES)('in %s', (locale) => {
		const mail = composeMail(row(template, locale), SITE);

		it('has all its words', () => {
			for (const words of [mail.subject, mail.text, mail.html]) {
				expect(words).not.toMatch(/undefined|\[object|\bmail_[a-z]|\{[a-z]+\}/);
			}
			expect(mail.subject.length).toBeGreaterThan(5);
			expect(mail.html).toContain(`<html lang="${locale}">`);
		});

		it('shows the words of others and never runs them', () => {
			expect(mail.html).not.toContain('<b ');
			expect(mail.subject).not.toMatch(/[\r\n]/);
			if ('name' in (PARAMS[template] ?? {})) expect(mail.text).toContain(HOSTILE);
		});

		it('only links to the site, in its language', () => {
			const hrefs = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
			const base = locale === 'nl' ? `${SITE.origin}/` : `${SITE.origin}/${locale}/`;
			expect(hrefs.filter((href) => !href.startsWith(base))).toEqual([]);
		});

		it('says why it came', () => expect(mail.text).toContain('kaart.example'));

		it('can be switched off at once when it is not about the account itself', () => {
			const [, link = ''] = /^<(.*)>$/.exec(mail.headers?.['List-Unsubscribe'] ?? '') ?? [];
			if (!TOPIC_OF[template]) {
				expect(link).toBe('');
				return;
			}
			expect(mail.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
			// What is answered to a person is quoted to them: the link is in the headers alone.
			expect(mail.text.includes(link)).toBe(mail.replyTo === undefined);
			expect(link).not.toContain('noor');
			const token = new URL(link).searchParams.get('token') ?? '';
			expect(readUnsubscribeToken(token, SITE.secret)).toEqual({
				accountId: ACCOUNT,
				topic: TOPIC_OF[template]
			});
		});
	});
});

describe('the question whether a desk is still true', () => {
	const asked = (more: object) => {
		const mail = { ...row('desk_check'), params: { ...PARAMS.desk_check, ...more } };
		const { html, subject, text } = composeMail(mail, SITE);
		return { html, subject, text: text.replaceAll(/\s+/g, ' ') };
	};

	it('leads to the page that asks it', () => {
		expect(asked({}).html).toContain(`"${SITE.origin}/loketten/nakijken?token=${'a1'.repeat(32)}"`);
	});

	it('is worded anew every time', () => {
		const rounds = ['first', 'second', 'last', 'handed_over'].map((round) => asked({ round }).subject);
		expect(new Set(rounds).size).toBe(4);
	});

	it('says why it came, also to who has no account', () => {
		expect(asked({}).text).toContain('omdat je bij kaart.example');
		expect(asked({ name: undefined }).text).toContain('als adres van het loket');
		expect(asked({ name: undefined, round: 'handed_over' }).text).toContain('een collega');
		expect(asked({ name: undefined }).text).not.toContain('account');
	});
});

describe('a message from the contact form', () => {
	const operator = { ...SITE, operatorEmail: 'wij@voorbeeld.example' };

	it('is announced without an account, and with none of its words', () => {
		const told = {
			...row('contact_message', 'nl', { count: 1, privacy: 1 }),
			topic: null,
			recipient_id: null
		};
		const mail = composeMail(told, operator);
		expect(mail.subject).toBe('Een nieuw bericht');
		expect(mail.html).toContain(`"${SITE.origin}/beheer/berichten"`);
		const text = mail.text.replaceAll(/\s+/g, ' ');
		expect(text).toContain('binnen een maand');
		expect(text).toContain('als adres van de beheerder');
	});

	it('is answered with what was asked; whoever answers that, reaches the operator', () => {
		const mail = composeMail(row('contact_answer', 'nl'), operator);
		expect(mail.replyTo).toBe('wij@voorbeeld.example');
		expect(mail.text).toContain('Tweede alinea.');
		expect(mail.text).toContain(HOSTILE);
		expect(composeMail(row('contact_answer', 'nl'), SITE).replyTo).toBeUndefined();
	});
});

describe('a first message', () => {
	const letter = (more: object = {}, template = 'first_message') => {
		const mail = composeMail(row(template, 'nl', { ...LETTER, name: 'Noor', sender: 'Jef', ...more }), SITE);
		return { ...mail, text: mail.text.replaceAll(/\s+/g, ' ') };
	};

	it('is answered straight to who wrote it, and says so', () => {
		const { replyTo, subject, text } = letter({ senderGovernment: 'Gemeente Gent' });
		expect(replyTo).toBe('jef@gent.example');
		expect(subject).toBe('Bericht van Jef (Gemeente Gent)');
		expect(text).toContain('rechtstreeks naar Jef, op jef@gent.example');
		expect(text).toContain('Jef heeft je e-mailadres niet gezien');
		expect(letter({ senderGovernment: null }).subject).toBe('Bericht van Jef');
	});

	it('leads to where its writer is reported or kept away', () => {
		expect(letter().html).toContain(`"${SITE.origin}/collegas/melden?wie=${LETTER.senderId}"`);
	});

	it('gives who is answered nothing to switch off with: what is quoted leads to the one switch in the own account', () => {
		const { html, text, headers } = letter();
		expect(`${html} ${text}`).not.toContain('token=');
		expect(html).toContain(`"${SITE.origin}/account/mail?soort=first_message"`);
		expect(headers?.['List-Unsubscribe']).toContain('/uitschrijven?token=');
		expect(headers?.['X-Auto-Response-Suppress']).toBe('All');
	});

	it('comes back to its writer as a copy that is answered to nobody, without any address', () => {
		const copy = letter({ recipient: 'An', recipientGovernment: 'Gent' }, 'first_message_copy');
		expect(copy.replyTo).toBeUndefined();
		expect(copy.text).toContain('An (Gent)');
		expect(copy.text).not.toContain('@');
	});

	it.each(['', 'geen adres', 'a@b.be, c@d.be', 'Jef <a@b.be>', 'a@b.be\r\nBcc: c@d.be', 'a@b.be>\0'])(
		'with "%s" to answer to is no mail',
		(senderEmail) => expect(() => letter({ senderEmail })).toThrow('first_message')
	);
});

describe('the news about what somebody follows', () => {
	const NONE = {
		...PARAMS.digest,
		...{ colleagues: [], colleagueCount: 0, governments: [], governmentCount: 0, desks: [], deskCount: 0 }
	};
	const news = (more: object, locale = 'nl') =>
		composeMail(row('digest', locale, { ...NONE, ...more }), SITE);

	it('names what there is, and nothing of what there is not', () => {
		const { html, subject } = news({
			desks: [{ name: 'Loket', slug: 'loket', government: 'Gent' }],
			deskCount: 1
		});
		expect(subject).toBe('Wat je volgt: 1 nieuw loket');
		expect(html.match(/<h2/g)).toHaveLength(1);
		expect(html).toContain(`<a href="${SITE.origin}/loketten/loket"`);
	});

	it('counts what does not fit', () => {
		const { text, subject } = composeMail(row('digest'), SITE);
		expect(subject).toBe('Wat je volgt: 25 nieuwe collega’s, 1 nieuw bestuur en 2 nieuwe loketten');
		expect(text).toContain('En nog 23 meer.');
		expect(text).toContain('En nog 1 meer.');
		expect(text).toContain(`${SITE.origin}/besturen/gent`);
		expect(text).toContain(`${SITE.origin}/account/volgen`);
	});

	it.each([
		['nl', '1 nieuwe collega', '2 nieuwe collega’s'],
		['fr', '1 nouveau collègue', '2 nouveaux collègues'],
		['en', '1 new colleague', '2 new colleagues']
	])('has a singular and a plural (%s)', (locale, one, two) => {
		const colleague = { id: ACCOUNT, name: 'Zoë', government: 'Gent', topics: ['Jongeren'] };
		expect(news({ colleagues: [colleague], colleagueCount: 1 }, locale).subject).toMatch(
			new RegExp(`${one}$`)
		);
		expect(news({ colleagues: [colleague], colleagueCount: 2 }, locale).subject).toMatch(
			new RegExp(`${two}$`)
		);
	});
});

it('languages differ', () => {
	for (const template of Object.keys(PARAMS)) {
		expect(new Set(LOCALES.map((locale) => composeMail(row(template, locale), SITE).subject)).size).toBe(3);
	}
});

it('a mail keeps its Message-ID, however often it is tried', () => {
	const once = composeMail(row('account_left'), SITE);
	expect(once.messageId).toBe('7c1d7a3e-5b1f-4a7e-9d55-222222222222@kaart.example');
	expect(composeMail(row('account_left'), SITE)).toEqual(once);
});

it('a name keeps to its line and its direction', () => {
	const name = 'Noor\r\nBcc: x@y.example\u202e\u2066olleh\t';
	const { text } = composeMail(row('password_changed', 'nl', { name }), SITE);
	expect(text).toContain('Dag Noor Bcc: x@y.example olleh,'.replace(' olleh', 'olleh'));
	const { subject } = composeMail(
		row('new_colleague', 'nl', { name: 'A', colleague: name, government: 'Gent' }),
		SITE
	);
	expect(subject).toBe('Nieuwe collega: Noor Bcc: x@y.exampleolleh');
});

it('the reason keeps its lines', () => {
	const { html, text } = composeMail(
		row('account_rejected', 'nl', { name: 'Noor', reason: 'Eerste.\nTweede.' }),
		SITE
	);
	expect(html).toContain('Eerste.<br>Tweede.');
	expect(text).toMatch(/> Eerste\.\n> Tweede\./);
});

it('an approval without words of the administrator quotes nobody', () => {
	expect(composeMail(row('account_approved', 'nl', { name: 'Noor' }), SITE).html).not.toContain(
		'blockquote s'
	);
});

it.each([
	['nl', '/aanmelden'],
	['fr', '/fr/aanmelden'],
	['en', '/en/aanmelden']
])('a rejection leads to where its data can be erased (%s)', (locale, path) => {
	expect(composeMail(row('account_rejected', locale), SITE).html).toContain(`href="${SITE.origin}${path}"`);
});

it('the goodbye does not speak of an account that is still there', () => {
	const { text } = composeMail(row('account_left'), SITE);
	expect(text).toContain('omdat je je account bij kaart.example wiste');
	expect(text).not.toContain('over je account');
});

it.each([
	row('onbekend', 'nl', {}),
	row('toString', 'nl', {}),
	row('account_left', 'de'),
	row('account_rejected', 'nl', { name: 'Geheime Naam' }),
	row('new_request', 'nl', { name: 'Geheime Naam', count: '1' })
])('a row that is no mail is an error without anybody’s words', (wrong) => {
	expect(() => composeMail(wrong, SITE)).toThrow();
	expect(() => composeMail(wrong, SITE)).not.toThrow(/Geheim/);
});
