/** What an error of the database or of Auth says, in an answer and in the log: never what it was about. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDatabase } from '../database/useDatabase.ts';
import { clientOf, clientWithKey, serverClient } from './actors.ts';
import { makePerson, type Person } from './people.ts';

/** In everything that is sent, and in what the row has that nobody may read. */
const CANARY = 'canarievogel';

const embedded = useDatabase({ exampleData: false });
let government: string;
let editor: Person;

const METHODS = ['error', 'warn', 'log', 'info', 'debug'] as const;
const printed = METHODS.map((method) => vi.spyOn(console, method).mockImplementation(() => {}));
/** Whole objects, as a console shows them. */
const log = () =>
	printed
		.flatMap(({ mock }) => mock.calls.flat())
		.map((value) => JSON.stringify(value, Object.getOwnPropertyNames(Object(value))) + String(value));
beforeEach(() => printed.forEach((print) => print.mockClear()));
afterAll(() => printed.forEach((print) => print.mockRestore()));

beforeAll(async () => {
	const { rows } = await embedded.exclusively((db) =>
		db.query<{ id: string }>(
			`update public.local_government set email_domains = array['${CANARY}.example'] where slug = 'gemeente-gent' returning id`
		)
	);
	government = rows[0]?.id ?? '';
	editor = await makePerson(embedded, { name: 'keeps', role: 'editor', government: 'gemeente-gent' });
});

const details = {
	full_name: 'Jan Peeters',
	job_title: 'Vrijwilligerscoach',
	position: 'staff',
	local_government_id: '',
	locale: 'nl',
	consent_version: '2026-11-21'
};
const signUp = (email: string, data: Record<string, unknown>) =>
	clientOf('visitor', embedded).auth.signUp({
		email,
		password: `een lang wachtwoord ${CANARY}`,
		options: { data: { ...details, local_government_id: government, ...data } }
	});

async function raw(path: string, init: RequestInit = {}, token = embedded.secretKey): Promise<string> {
	const answer = await embedded.fetch(`${embedded.url}${path}`, {
		...init,
		headers: {
			apikey: token === embedded.secretKey ? token : embedded.publishableKey,
			authorization: `Bearer ${token}`,
			'content-type': 'application/json',
			...init.headers
		}
	});
	return answer.text();
}

describe('an error', () => {
	it.each<[string, () => Promise<unknown>]>([
		[
			'a sign-up that a constraint refuses',
			() => signUp(`a@${CANARY}.example`, { full_name: CANARY.repeat(50) })
		],
		[
			'a sign-up that a trigger refuses',
			() => signUp(`b@${CANARY}.example`, { local_government_id: CANARY })
		],
		[
			'a sign-up of another shape',
			() => raw('/auth/v1/signup', { method: 'POST', body: `{"email":["${CANARY}"]}` })
		],
		['a body that is no JSON', () => raw('/auth/v1/signup', { method: 'POST', body: CANARY })],
		['a token that is none', () => raw(`/auth/v1/verify?token_hash=${CANARY}&type=signup`)],
		[
			'a row that a constraint refuses',
			() =>
				raw('/rest/v1/contact_message', {
					method: 'POST',
					body: JSON.stringify({ name: CANARY, email: CANARY, message: '', locale: 'nl' })
				})
		],
		['a value of another type', () => raw(`/rest/v1/profile?id=eq.${CANARY}`)],
		['a column that is not there', () => raw(`/rest/v1/profile?select=${CANARY}`)],
		['a body of rows that is none', () => raw('/rest/v1/contact_message', { method: 'POST', body: CANARY })],
		[
			'a mail that is none',
			async () =>
				serverClient(embedded).rpc('settle_mail', { p_mail_id: CANARY, p_lease: CANARY, p_error: CANARY })
		],
		['a token of somebody', () => raw('/rest/v1/profile', {}, `eyJ.${CANARY}.x`)]
	])('leaves nothing of %s in the log', async (_, work) => {
		await work();
		expect(log().join('\n')).not.toContain(CANARY);
	});

	it('of a function that works for somebody shows no row', async () => {
		const { error } = await clientWithKey(embedded, embedded.publishableKey, editor.token).rpc(
			'save_change',
			{
				p_subject: 'government',
				p_local_government_id: government,
				p_desk_id: null,
				p_change_id: null,
				p_base_revision: 1,
				p_content: { website: 'javascript:alert(1)' },
				p_intent: 'publish',
				p_note: null
			}
		);
		expect(error).toMatchObject({ code: '23514', details: null });
		expect(JSON.stringify(error)).not.toContain(CANARY);
		expect(log().join('\n')).not.toContain(CANARY);
	});
});
