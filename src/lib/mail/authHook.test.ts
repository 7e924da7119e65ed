import { describe, expect, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { createClient } from '@supabase/supabase-js';
import { hookOf, takeAuthMail } from './authHook.server';

const SECRET = `v1,whsec_${Buffer.from('een geheim van minstens 24 tekens').toString('base64')}`;
const signer = new Webhook(SECRET.slice(3));
const TOKEN = 'a1'.repeat(28);
const OTHER = 'b2'.repeat(28);

/** What Auth sends, signed. */
function asked(
	email_data: Record<string, string>,
	user: Record<string, unknown> = {},
	{ at = new Date(), signature = '' } = {}
): Request {
	const body = JSON.stringify({ user: { email: 'noor@gent.example', ...user }, email_data });
	return new Request('https://kaart.example/auth/mail', {
		method: 'POST',
		headers: {
			'webhook-id': 'msg_1',
			'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
			'webhook-signature': signature || signer.sign('msg_1', at, body)
		},
		body
	});
}

/** @returns the answer, and what the outbox was told */
async function take(request: Request, status = 204) {
	const told: unknown[] = [];
	const client = createClient('https://supabase.example', 'key', {
		global: {
			fetch: async (input, init) => {
				const { pathname } = new URL(new Request(input).url);
				told.push([pathname, JSON.parse(await new Request(input, init).text())]);
				return new Response(status === 204 ? null : '{"code": "XX000"}', { status });
			}
		}
	});
	return { answer: await takeAuthMail(hookOf(SECRET), request, () => client), told };
}

const queued = (mail: object) => [
	'/rest/v1/rpc/queue_auth_mail',
	{ p_email: 'noor@gent.example', p_to: 'noor@gent.example', p_new_address: null, p_locale: 'nl', ...mail }
];

describe('the hook of Auth', () => {
	it.each([
		['signup', 'confirmation'],
		['recovery', 'recovery'],
		['magiclink', 'magic_link']
	])('puts the mail for %s in the outbox', async (type, mail) => {
		const { answer, told } = await take(asked({ email_action_type: type, token_hash: TOKEN }));
		expect(answer).toBe('queued');
		expect(told).toEqual([queued({ p_type: mail, p_token: TOKEN })]);
	});

	it('asks both mailboxes about a new address, each with its own link', async () => {
		const change = { email_action_type: 'email_change', token_hash: TOKEN, token_hash_new: OTHER };
		const { told } = await take(asked(change, { new_email: 'noor@nieuw.example' }));
		const about = { p_type: 'email_change', p_new_address: 'noor@nieuw.example' };
		expect(told).toEqual([
			queued({ ...about, p_to: 'noor@nieuw.example', p_token: TOKEN }),
			queued({ ...about, p_token: OTHER })
		]);
	});

	it('speaks the language that somebody registers in, and no made-up one', async () => {
		const signup = { email_action_type: 'signup', token_hash: TOKEN };
		for (const [locale, spoken] of [
			['fr', 'fr'],
			['<b>', 'nl'],
			[undefined, 'nl']
		]) {
			const { told } = await take(asked(signup, { user_metadata: { locale } }));
			expect(told).toMatchObject([queued({ p_locale: spoken })]);
		}
	});

	it('has nothing to say of what cannot be read to its end', async () => {
		const body = new ReadableStream({ start: (controller) => controller.error(new Error('Too large.')) });
		const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
		const { answer, told } = await take(new Request('https://kaart.example/auth/mail', init));
		expect([answer, told]).toEqual(['unread', []]);
	});

	it('writes nothing that the site tells by itself, and refuses what it has no mail for', async () => {
		for (const [type, outcome] of [
			['password_changed_notification', 'ignored'],
			['invite', 'unknown'],
			['reauthentication', 'unknown'],
			['constructor', 'unknown'],
			['__proto__', 'unknown']
		] as const) {
			const { answer, told } = await take(asked({ email_action_type: type, token_hash: TOKEN }));
			expect([answer, told], type).toEqual([outcome, []]);
		}
		expect((await take(asked({ email_action_type: 'signup' }))).answer).toBe('unknown');
	});

	it('believes nobody but Auth, and no letter of long ago', async () => {
		const signup = { email_action_type: 'signup', token_hash: TOKEN };
		const another = new Webhook(Buffer.from('een ander geheim van 24 tekens').toString('base64'));
		const forged = [
			asked(signup, {}, { signature: another.sign('msg_1', new Date(), '{}') }),
			asked(signup, {}, { at: new Date(Date.now() - 3_600_000) }),
			new Request('https://kaart.example/auth/mail', { method: 'POST', body: '{}' })
		];
		for (const request of forged) {
			expect(await take(request)).toEqual({ answer: 'unsigned', told: [] });
		}
	});

	it('fails where the outbox does, so that Auth does not say that a mail is on its way', async () => {
		await expect(take(asked({ email_action_type: 'signup', token_hash: TOKEN }), 500)).rejects.toThrow();
	});

	it('has a secret, which no error repeats', () => {
		expect(() => hookOf('')).toThrow('SEND_EMAIL_HOOK_SECRET');
	});
});
