import { expect, it } from 'vitest';
import { validatorsOf } from './endpoint.server';

const directory = { version: 7, changedAt: '2026-03-01T12:00:00Z' };
/** The clock goes forward in the night of the 29th of March. */
const BEFORE = new Date('2026-03-28T22:30:00Z');
const AFTER = new Date('2026-03-28T23:30:00Z');

it('an answer that follows the day is another one after midnight in Belgium, and only then', () => {
	const on = (now: Date) => validatorsOf(directory, { followsDay: true }, now);
	expect(on(BEFORE).etag).not.toBe(on(AFTER).etag);
	expect(on(AFTER)).toEqual(on(new Date('2026-03-29T20:00:00Z')));
	expect(on(AFTER)['last-modified']).toBe('Sat, 28 Mar 2026 23:00:00 GMT');
});

it('any other is of the directory alone', () => {
	const on = (now: Date) => validatorsOf(directory, {}, now);
	expect(on(BEFORE)).toEqual(on(AFTER));
	expect(on(AFTER)['last-modified']).toBe('Sun, 01 Mar 2026 12:00:00 GMT');
});
