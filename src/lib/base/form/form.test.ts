import { error, redirect } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { statusOf } from './outcome.ts';
import { defineForm, haveToWait, pressed } from './form.server.ts';

const schema = v.object({
	name: v.pipe(
		v.optional(v.string(), ''),
		v.check((name) => name !== '', 'missing')
	),
	secret: v.optional(v.string(), '')
});
type Fields = v.InferOutput<typeof schema>;
const form = defineForm<Fields, { kind: 'saved' } | { kind: 'outdated' }>({
	schema: valibot(schema, { defaults: { name: '', secret: '' } }),
	secrets: ['secret']
});

function sent(fields: Record<string, string>) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	return { request: new Request('https://site.example/form', { method: 'POST', body }) };
}
const never = () => Promise.reject(new Error('It acted.'));

afterEach(() => void vi.restoreAllMocks());

describe('a form', () => {
	it('begins without mistakes', async () => {
		expect(await form.open()).toMatchObject({ errors: {}, data: { name: '', secret: '' } });
		expect((await form.open({ name: '', secret: '' })).errors).toEqual({});
	});

	it('goes back with its mistakes and without its secrets', async () => {
		expect(await form.send(sent({ secret: 'x' }), { act: never })).toMatchObject({
			status: 400,
			data: { form: { valid: false, errors: { name: ['missing'] }, data: { secret: '' } } }
		});
	});

	it('hands the secrets to whoever acts, and tells what came of it with the status of that', async () => {
		const seen: Fields[] = [];
		const act = (kind: 'saved' | 'outdated') =>
			form.send(sent({ name: 'Ada', secret: 'x' }), {
				act: ({ data }) => {
					seen.push(data);
					return Promise.resolve({ kind });
				}
			});
		expect(await act('saved')).toMatchObject({ form: { message: { kind: 'saved' }, data: { secret: '' } } });
		expect(await act('outdated')).toMatchObject({
			status: 409,
			data: { form: { valid: false, message: { kind: 'outdated' } } }
		});
		expect(seen[0]).toEqual({ name: 'Ada', secret: 'x' });
	});

	it('is judged before anybody acts, and refused field by field', async () => {
		expect(
			await form.send(sent({ name: 'Ada' }), {
				judge: ({ refuse }) => refuse('name', 'taken', 409),
				act: never
			})
		).toMatchObject({ status: 409, data: { form: { errors: { name: ['taken'] } } } });
	});

	it('says under which number the log tells what failed, and follows a redirect', async () => {
		const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
		expect(await form.send(sent({ name: 'Ada' }), { act: never })).toMatchObject({
			status: 503,
			data: { form: { message: { kind: 'unavailable', id: expect.any(String) } } }
		});
		expect(log).toHaveBeenCalledOnce();
		const leaves = form.send(sent({ name: 'Ada' }), { act: () => redirect(303, '/done') });
		await expect(leaves).rejects.toMatchObject({ status: 303, location: '/done' });
		await expect(form.send(sent({ name: 'Ada' }), { act: () => error(404) })).rejects.toMatchObject({
			status: 404
		});
		expect(log).toHaveBeenCalledOnce();
	});
});

describe('a button', () => {
	it('tells what came of it, with the status of that', async () => {
		vi.spyOn(console, 'error').mockReturnValue(undefined);
		expect(await pressed(sent({}), () => Promise.resolve({ kind: 'done' }))).toEqual({
			result: { kind: 'done' }
		});
		expect(await pressed(sent({}), () => Promise.resolve({ kind: 'invalid' }))).toMatchObject({
			status: 400
		});
		expect(await pressed(sent({}), never)).toMatchObject({
			status: 503,
			data: { result: { kind: 'failed', id: expect.any(String) } }
		});
	});
});

it('whoever has to wait hears it in minutes, and in seconds from the header', () => {
	const setHeaders = vi.fn();
	expect(haveToWait({ setHeaders }, 61)).toEqual({ kind: 'too-many', minutes: 2 });
	expect(setHeaders).toHaveBeenCalledWith({ 'retry-after': '61' });
});

it('every kind of bad news has a status, and good news has the usual one', () => {
	expect(statusOf({ kind: 'saved' })).toBe(200);
	expect(statusOf({ kind: 'gone' })).toBe(409);
	expect(statusOf({ kind: 'constructor' })).toBe(200);
});
