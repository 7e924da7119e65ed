import * as v from 'valibot';
import { expect, test } from 'vitest';
import { TOPIC_LIMITS, topicSchema } from './topicSchema';

const NAMES = { nl: 'Buurtwerk', fr: 'Travail de quartier', en: 'Neighbourhood work' };

function problemOf(nl: string): string | undefined {
	const { issues } = v.safeParse(topicSchema, { ...NAMES, nl });
	return issues && v.flatten<typeof topicSchema>(issues).nested?.nl?.[0];
}

test('a theme has a name in each language, tidied, and says which edition was looked at', () => {
	const edition = '2026-11-27T20:00:00.123456+00:00';
	const form = v.parse(topicSchema, { ...NAMES, nl: '  Buurt\u200B  werk ', edition });
	expect(form).toEqual({ ...NAMES, nl: 'Buurt werk', edition });
	expect(v.parse(topicSchema, { ...NAMES, edition: 'gisteren' }).edition).toMatch(/^1970/);
});

test('a name is neither missing nor of one letter nor longer than the database keeps', () => {
	expect(problemOf('Buurtwerk')).toBeUndefined();
	expect(problemOf(' \u200B ')).toBe('Vul een naam in.');
	expect(problemOf('B')).toBe('Schrijf minstens 2 tekens.');
	expect(problemOf('🙂'.repeat(TOPIC_LIMITS.name))).toBeUndefined();
	expect(problemOf('B'.repeat(TOPIC_LIMITS.name + 1))).toBe('Schrijf hoogstens 80 tekens.');
	expect(problemOf('B'.repeat(100_000))).toBe('Schrijf hoogstens 80 tekens.');
});
