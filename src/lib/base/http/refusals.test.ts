import { describe, expect, test } from 'vitest';
import { redirection, unavailable } from './refusals.server';

const from = (init: RequestInit = {}, isDataRequest = false) => ({
	isDataRequest,
	request: new Request('http://localhost/account', init)
});
const problem = { message: 'Even niet.', id: '1' };

describe('who must sign in first', () => {
	test('is led there, and no cache keeps that', () => {
		const answer = redirection(from(), '/aanmelden');
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/aanmelden']);
		expect(answer.headers.get('cache-control')).toContain('no-store');
	});

	test('is led there by the scripts of the page too', async () => {
		expect(await redirection(from({}, true), '/aanmelden').json()).toEqual({
			type: 'redirect',
			location: '/aanmelden'
		});
		const form = from({ method: 'POST', headers: { 'x-sveltekit-action': 'true' } });
		expect(await redirection(form, '/aanmelden').json()).toEqual({
			type: 'redirect',
			status: 303,
			location: '/aanmelden'
		});
	});
});

describe('while nobody can say who may open a page', () => {
	test('a person gets the page of last resort, under a policy', async () => {
		const answer = unavailable(from({ headers: { accept: 'text/html,*/*' } }), problem);
		expect(answer.status).toBe(503);
		expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(answer.headers.get('cache-control')).toContain('no-store');
		const html = await answer.text();
		expect(html).toContain('<p class="code">503</p>');
		expect(html).not.toContain('%sveltekit');
	});

	test.each([from({}, true), from({ headers: { accept: 'application/json' } })])(
		'a script gets what it can read',
		async (asked) => {
			const answer = unavailable(asked, problem);
			expect([answer.status, await answer.json()]).toEqual([503, problem]);
			expect(answer.headers.get('cache-control')).toContain('no-store');
		}
	);
});
