import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailJudge, type DomainOwner } from './emailEvidence.ts';

const OWNERS: DomainOwner[] = [
	{ domain: 'gent.be', localGovernmentId: 'gemeente-gent' },
	{ domain: 'ocmwgent.be', localGovernmentId: 'ocmw-gent' },
	{ domain: 'stad.gent', localGovernmentId: 'gemeente-gent' },
	{ domain: 'genk.be', localGovernmentId: 'gemeente-genk' },
	{ domain: 'geraardsbergen.be', localGovernmentId: 'gemeente-geraardsbergen' },
	{ domain: 'samen.be', localGovernmentId: 'gemeente-een' },
	{ domain: 'samen.be', localGovernmentId: 'gemeente-twee' }
];
const FREE = new Set(['gmail.com', 'telenet.be']);

const judgeFor = emailJudge(OWNERS, (domain) => FREE.has(domain));
const judge = (address: string) => judgeFor(address, ['gemeente-gent', 'ocmw-gent']);

describe('an address of the own local government', () => {
	test.each(['an@gent.be', 'An@GENT.BE', 'an@vrijwilligers.gent.be', 'an@ocmwgent.be', 'an@stad.gent'])(
		'%s is one of gemeente or OCMW',
		(address) => expect(judge(address).kind).toBe('own')
	);
});

test('an address of another local government says which', () => {
	expect(judge('an@genk.be')).toEqual({
		kind: 'other',
		domain: 'genk.be',
		localGovernmentIds: ['gemeente-genk']
	});
	expect(judge('an@mail.samen.be')).toMatchObject({ localGovernmentIds: ['gemeente-een', 'gemeente-twee'] });
});

test.each(['an@gmail.com', 'an@users.telenet.be'])('%s is one that anybody can get', (address) => {
	expect(judge(address).kind).toBe('free');
});

describe('a domain that imitates', () => {
	test.each([
		['an@gant.be', 'gent.be', 'one letter differs'],
		['an@gentt.be', 'gent.be', 'one letter too many'],
		['an@mail.gennt.be', 'gent.be', 'below a subdomain'],
		['an@gent.com', 'gent.be', 'another ending'],
		['an@gent.be.example.com', 'gent.be', 'the known domain in front of another'],
		['an@ocmw-gent.be', 'ocmwgent.be', 'a hyphen'],
		['an@geraardsbergеn.be', 'geraardsbergen.be', 'a Cyrillic е'],
		[`an@${domainToASCII('gеnt.be')}`, 'gent.be', 'a Cyrillic е, in punycode'],
		['an@sarnen.be', 'samen.be', 'rn for m']
	])('%s is taken for %s: %s', (address, of) => {
		expect(judge(address)).toMatchObject({ kind: 'lookalike', of });
	});

	test('reads as it is meant to be read', () => {
		expect(judge(`an@${domainToASCII('gеnt.be')}`)).toMatchObject({ domain: 'gеnt.be' });
	});
});

test('a domain that nobody knows is unknown, and says when it mixes alphabets', () => {
	expect(judge('an@vzw-voorbeeld.example')).toEqual({
		kind: 'unknown',
		domain: 'vzw-voorbeeld.example',
		mixed: false
	});
	expect(judge('an@vzwвереniging.example')).toMatchObject({ kind: 'unknown', mixed: true });
});

test('a domain as long as mail allows gets the verdict of its end', () => {
	const padding = 'a.'.repeat(115);
	expect(judge(`an@${padding}gent.be`).kind).toBe('own');
	expect(judge(`an@${padding}gmail.com`).kind).toBe('free');
	expect(judge(`an@${padding}gennt.be`)).toMatchObject({ kind: 'lookalike', of: 'gent.be' });
	expect(judge(`an@gent.be.${padding}example`)).toMatchObject({ kind: 'lookalike', of: 'gent.be' });
	expect(judge(`an@${padding}voorbeeld.example`).kind).toBe('unknown');
	expect(judge(`an@${'x'.repeat(200)}.example`).kind).toBe('unknown');
});

test('whatever stands before or below a domain of the own government, it stays own', () => {
	const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
	fc.assert(
		fc.property(
			fc.stringMatching(/^[a-z0-9.+_-]{1,20}$/),
			fc.array(label, { maxLength: 3 }),
			(local, below) => {
				expect(judge(`${local}@${[...below, 'gent.be'].join('.')}`).kind).toBe('own');
			}
		),
		{ seed: 2026, numRuns: 100 }
	);
});

test('a domain that only ends in the same letters is never own', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z0-9-]{1,20}$/), (before) => {
			fc.pre(before !== 'ocmw');
			expect(judge(`an@${before}gent.be`).kind).not.toBe('own');
		}),
		{ seed: 2026, numRuns: 100 }
	);
});

test('anything at all gets a verdict', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (address) => void judge(address)),
		{ seed: 2026, numRuns: 100 }
	);
});
