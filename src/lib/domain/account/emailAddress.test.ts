import { describe, expect, it } from 'vitest';
import { isEmailAddress } from './emailAddress';

describe('an e-mail address', () => {
	it.each(['noor@gent.be', 'zoë@münchen.example', `${'🌻'.repeat(64)}@gent.be`])('%s is one', (text) => {
		expect(isEmailAddress(text)).toBe(true);
	});

	it.each(['', 'noor', 'noor@gent', 'noor @gent.be', 'noor@@gent.be', `${'a'.repeat(248)}@gent.be`])(
		'%s is none',
		(text) => {
			expect(isEmailAddress(text)).toBe(false);
		}
	);

	it.each([
		'wim@gent..be',
		'wim@.gent.be',
		'WIM@GENT.BE.',
		'.wim@gent.be',
		'wim.@gent.be',
		'wim..de@gent.be',
		`${'a'.repeat(65)}@gent.be`
	])('%s is none: no mail server would take it', (text) => {
		expect(isEmailAddress(text)).toBe(false);
	});

	it('is not half a megabyte, which is seen without reading it', () => {
		expect(isEmailAddress(`a@${'.a'.repeat(250_000)}@`)).toBe(false);
	});
});
