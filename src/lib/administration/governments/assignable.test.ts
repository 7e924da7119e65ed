import { describe, expect, it } from 'vitest';
import { isFreeProvider } from '../requests/freeProviders.server';
import { judgeDomain } from './assignable';

const OWNERS = [
	{ domain: 'gent.be', localGovernmentId: 'gent' },
	{ domain: 'leuven.be', localGovernmentId: 'leuven' }
];
const judge = (typed: string) => judgeDomain(typed, OWNERS, ['aalst'], isFreeProvider);

describe('a domain to assign', () => {
	it.each([
		['ocmwaalst.be', 'ocmwaalst.be'],
		[' Noor@Stad-Aalst.BE ', 'stad-aalst.be'],
		['mail.aalst.be', 'mail.aalst.be']
	])('may be %s', (typed, domain) => {
		expect(judge(typed)).toEqual({ kind: 'assignable', domain });
	});

	it.each([
		['gmail.com', 'free'],
		['telenet.be', 'free'],
		['proximus.be', 'free'],
		// A Cyrillic letter, as it is written and as it is sent.
		['gеnt.be', 'foreign_letters'],
		['xn--gnt-bdd.be', 'foreign_letters'],
		['mail.xn--gnt-bdd.be', 'foreign_letters'],
		['aalst', 'not_a_domain'],
		['https://aalst.be/', 'not_a_domain'],
		['aalst..be', 'not_a_domain'],
		['', 'not_a_domain'],
		['gemt.be', 'lookalike'],
		['gennt.be', 'lookalike'],
		['gent.com', 'lookalike'],
		['1euven.be', 'lookalike'],
		['mail.gennt.be', 'lookalike'],
		['gent.be.voorbeeld.example', 'lookalike']
	])('is never %s (%s)', (typed, kind) => {
		expect(judge(typed).kind).toBe(kind);
	});
});
