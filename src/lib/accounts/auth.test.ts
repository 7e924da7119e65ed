import { describe, expect, it } from 'vitest';
import { mailAddress } from './auth.server';

describe('an e-mail address as mail servers know it', () => {
	it.each([
		['Noor@Gent.BE', 'noor@gent.be'],
		['zoë@münchen.example', 'zoë@xn--mnchen-3ya.example'],
		['noor@gеnt.be', 'noor@xn--gnt-rdd.be'],
		['noor@ｇｅｎｔ.be', 'noor@gent.be']
	])('%s is %s', (typed, address) => {
		expect(mailAddress(typed)).toBe(address);
	});

	it.each(['', 'noor', 'noor@', 'noor@gent', 'noor@<b>.be', 'noor@gent.be\u0000x', 'a b@gent.be'])(
		'%j is none',
		(typed) => {
			expect(mailAddress(typed)).toBeUndefined();
		}
	);
});
