import { describe, expect, it, vi } from 'vitest';
import { withoutExpectedErrors } from './console.server.ts';

const databaseError = (code: string) => Object.assign(new Error('from the database'), { code });

describe('database errors on the console', () => {
	it('are left out when a request caused them, and printed when something is wrong', async () => {
		const print = vi.spyOn(console, 'error').mockImplementation(() => {});
		await withoutExpectedErrors(async () => {
			console.error(databaseError('42501'));
			console.error(databaseError('23505'));
			console.error(databaseError('P0001'));
			console.error(databaseError('53100'));
			console.error(new Error('no code at all'));
		});
		console.error(databaseError('42501'));
		expect(print.mock.calls.map(([error]) => (error as { code?: string }).code)).toEqual([
			'53100',
			undefined,
			'42501'
		]);
		print.mockRestore();
	});
});
