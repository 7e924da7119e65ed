import { expect, it, vi } from 'vitest';
import { saidPlainly } from './console.server.ts';

const databaseError = (code: string) =>
	Object.assign(new Error('from the database'), { code, params: ['canary'], detail: 'canary' });

it('leaves out the database errors that a request caused, and says of others what they are', async () => {
	const print = vi.spyOn(console, 'error').mockImplementation(() => {});
	await saidPlainly(async () => {
		console.error(databaseError('42501'));
		console.error('Auth error:', databaseError('23505'));
		console.error(databaseError('P0001'));
		console.error(databaseError('53100'));
		console.error('Auth error:', Object.assign(databaseError('XX000'), { query: 'canary' }));
		console.error(new Error('no code at all'));
	});
	const outside = databaseError('42501');
	console.error(outside);
	const said = print.mock.calls.map(([first]) => (typeof first === 'string' ? first.split('\n')[0] : first));
	expect(said).toEqual([
		'Error 53100 from the database',
		'Auth error: Error XX000 from the database',
		'Error: no code at all',
		outside
	]);
	expect(JSON.stringify(said.slice(0, 3))).not.toContain('canary');
	print.mockRestore();
});
