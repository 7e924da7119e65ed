import * as v from 'valibot';
import { expect, test } from 'vitest';
import { reportSchema } from './reportSchema';

const VALID = { topic: 'hours', message: 'De deur was dicht.', email: '', trap: '' };
const problemsOf = (more: object) =>
	v
		.safeParse(reportSchema, { ...VALID, ...more })
		.issues?.map(({ path, message }) => [path?.[0].key, message]) ?? [];

test('a report needs no address', () => {
	expect(problemsOf({})).toEqual([]);
	expect(problemsOf({ email: ' noor@voorbeeld.example ' })).toEqual([]);
	expect(problemsOf({ email: 'noor@' })).toEqual([['email', expect.stringContaining('naam@voorbeeld.be')]]);
});

test('a report says what it is about', () => {
	for (const topic of ['', 'weather', undefined]) {
		expect(problemsOf({ topic })).toEqual([['topic', 'Kies waar het over gaat']]);
	}
});

test('a report says something, and is no book', () => {
	expect(problemsOf({ message: '  ' })).toEqual([['message', 'Schrijf een bericht']]);
	expect(problemsOf({ message: 'Dicht.' })).toEqual([['message', expect.stringContaining('minstens 10')]]);
	expect(problemsOf({ message: 'a'.repeat(2_001) })).toEqual([
		['message', expect.stringContaining('1 korter')]
	]);
});
