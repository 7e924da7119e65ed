import { safeParse, string, number, object, parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { inOneLine, plain, PlainError, tellError } from './tellError.server.ts';

const CANARIES = {
	text: 'canary kwetterde zacht',
	address: 'canary.jan@gemeente.example',
	hash: '$2b$10$canaryN9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68',
	token: 'eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOiIxIn0.c2lnbmF0dXJlQ2FuYXJ5'
};
const all = Object.values(CANARIES).join(', ');

/** As PGlite, postgres.js and Kysely make them. */
const fromDatabase = (code: string, message: string) =>
	Object.assign(new Error(message), {
		name: 'error',
		code,
		detail: `Failing row contains (${all}).`,
		where: `PL/pgSQL function with ${all}`,
		query: `insert into contact_message values ('${CANARIES.text}')`,
		params: Object.values(CANARIES),
		parameters: Object.values(CANARIES),
		schema: 'public',
		table: 'contact_message'
	});

const thrownBy = (work: () => unknown): unknown => {
	try {
		return work();
	} catch (error) {
		return error;
	}
};

const KINDS: [string, unknown, RegExp][] = [
	[
		'a full disk',
		fromDatabase('53100', 'could not extend file "base/5/16385": No space left on device'),
		/^Error 53100 could not extend file "…": No space left/
	],
	[
		'a constraint',
		fromDatabase(
			'23514',
			'new row for relation "profile" violates check constraint "profile_full_name_check"'
		),
		/^Error 23514 new row for relation "profile" violates check constraint "profile_full_name_check"$/m
	],
	[
		'a key that is there already',
		fromDatabase('23505', 'duplicate key value violates unique constraint "users_email_key"'),
		/"users_email_key"$/m
	],
	[
		'a constraint with words of its own',
		fromDatabase('23514', `${all} violates check constraint "x"`),
		/^Error 23514$/m
	],
	[
		'a value of another type',
		fromDatabase('22P02', `invalid input syntax for type uuid: "${all}"`),
		/^Error 22P02$/m
	],
	[
		'a statement that nobody can read',
		fromDatabase('42601', `syntax error at or near "${all}"`),
		/^Error 42601$/m
	],
	[
		'a right that is missing',
		fromDatabase('42501', 'permission denied for table profile'),
		/permission denied for table profile/
	],
	['a word of ours', fromDatabase('P0001', 'TOO_OFTEN'), /^Error P0001 TOO_OFTEN$/m],
	['words of somebody else', fromDatabase('P0001', all), /^Error P0001$/m],
	[
		'a connection that is gone',
		fromDatabase('08006', `connection failure "${all}"`),
		/^Error 08006 connection failure "…"$/m
	],
	[
		'an answer of the Data API',
		{
			code: '23502',
			message: 'null value in column "name" of relation "desk" violates not-null constraint',
			details: all,
			hint: all
		},
		/^23502 null value in column "name"/
	],
	[
		'a statement that failed elsewhere',
		new Error(`Failed query: insert into x values ($1)\nparams: ${all}`),
		/^Error: Failed/
	],
	['JSON that is none', thrownBy(() => JSON.parse(all)), /^SyntaxError:/],
	[
		'a value that does not fit its schema',
		thrownBy(() => parse(object({ age: number() }), { age: all })),
		/^ValiError:/
	],
	['the issues of a schema', safeParse(string(), { all }), /./],
	['an address that is none', thrownBy(() => new URL(CANARIES.text)), /^TypeError: ERR_INVALID_URL/],
	[
		'a file',
		Object.assign(new Error(`ENOSPC: no space left on device, write '${all}'`), {
			code: 'ENOSPC',
			syscall: 'write',
			path: all
		}),
		/^Error ENOSPC write$/m
	],
	[
		'a mail server',
		Object.assign(new Error(`550 5.1.1 <${CANARIES.address}>: unknown ${CANARIES.address}`), {
			code: 'EENVELOPE',
			response: all
		}),
		/^Error EENVELOPE/
	],
	[
		'Auth',
		Object.assign(new Error(`User already registered: "${all}"`), {
			name: 'AuthApiError',
			code: 'user_already_exists',
			status: 422
		}),
		/^AuthApiError: user_already_exists/
	],
	[
		'a link',
		new Error(`fetch failed: https://x.example/verify?token_hash=canaryabc`),
		/^Error: fetch failed/
	],
	[
		'a cause of a cause',
		new Error('The directory cannot be read.', {
			cause: new Error('fetch', { cause: fromDatabase('22000', all) })
		}),
		/because of Error 22000/
	],
	['a text', `"${all}"`, /…/],
	['nothing at all', undefined, /undefined/]
];

describe('what is said of an error', () => {
	it.each(KINDS)('says of %s what it is, and nothing of what it was about', (_, error, says) => {
		const told = tellError(error);
		expect(told).toMatch(says);
		expect(told).not.toMatch(/canary/i);
	});

	it('says where it was thrown', () => {
		expect(tellError(new TypeError('x is undefined'))).toMatch(
			/^TypeError: x is undefined\n\s+at .*tellError\.test\.ts:\d+:\d+/
		);
	});

	it('takes no line of a message for a place', () => {
		const error = new Error(`no\n    at canary of ${all}`);
		expect(tellError(error)).not.toMatch(/canary/i);
	});

	it('tells an error whose message is plain as it is', () => {
		expect(inOneLine(new PlainError('Mail 7 is not settled.'))).toBe('Mail 7 is not settled.');
	});

	it('ends with a chain of causes that has no end', () => {
		const error = new Error('round');
		error.cause = error;
		expect(tellError(error).match(/round/g)).toHaveLength(4);
	});
});

it('keeps words and names of things in a text', () => {
	expect(plain('[auth] failed to load email template "/a/b.html":')).toBe(
		'[auth] failed to load email template "…":'
	);
	expect(plain("Cannot read properties of undefined (reading 'name')")).toBe(
		"Cannot read properties of undefined (reading 'name')"
	);
});
