import { describe, expect, it } from 'vitest';
import { isAboveProvider, isFreeProvider } from '../requests/freeProviders.server';
import { judgeDomain } from './assignable';

const OWNERS = [
	{ domain: 'gent.be', localGovernmentId: 'gent' },
	{ domain: 'leuven.be', localGovernmentId: 'leuven' }
];
const judge = (typed: string, municipality = 'aalst') =>
	judgeDomain(
		typed,
		OWNERS,
		{ governmentIds: [municipality], municipality },
		{ isFreeProvider, isAboveProvider }
	);

describe('a domain to assign', () => {
	it.each([
		['ocmwaalst.be', 'ocmwaalst.be'],
		[' Noor@Stad-Aalst.BE ', 'stad-aalst.be'],
		['mail.aalst.be', 'mail.aalst.be']
	])('may be %s', (typed, domain) => {
		expect(judge(typed)).toEqual({ kind: 'assignable', domain });
	});

	it('may be the own name of a municipality that is called almost as another one', () => {
		expect(judge('genk.be', 'genk')).toEqual({ kind: 'assignable', domain: 'genk.be' });
		expect(judge('genk.be').kind).toBe('lookalike');
		expect(judge('gent.com', 'gent').kind).toBe('lookalike');
		expect(judge('genk.com', 'genk').kind).toBe('assignable');
	});

	it.each([
		['gmail.com', 'free'],
		['Mail.Gmail.com', 'free'],
		['yahoo.be', 'free'],
		['tuta.com', 'free'],
		['ziggo.nl', 'free'],
		['fastmail.com', 'free'],
		// Whoever has it has all providers below it.
		['co.uk', 'free'],
		// Anybody rents a name below it.
		['onmicrosoft.com', 'free'],
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
