import { describe, expect, it } from 'vitest';
import { openingState } from './state.ts';

/** A Monday, half past ten in Belgium. */
const MONDAY = new Date('2026-11-23T09:30:00Z');
const state = (value: string | null, now: Date | string = MONDAY) => openingState(value, new Date(now));
const open = (until: string | null) => ({ kind: 'open', until: until && `${until}:00.000Z` });
const opens = (at: string) => ({ kind: 'opens', at: `${at}:00.000Z` });

describe('a desk now', () => {
	it('is open until it closes', () => {
		expect(state('Mo-Fr 09:00-17:00; PH off')).toEqual(open('2026-11-23T16:00'));
	});

	it('closes for lunch', () => {
		const hours = 'Mo-Fr 09:00-12:00,13:00-17:00';
		expect(state(hours)).toEqual(open('2026-11-23T11:00'));
		expect(state(hours, '2026-11-23T11:15:00Z')).toEqual(opens('2026-11-23T12:00'));
	});

	it('opens tomorrow, after the weekend, after a holiday', () => {
		const hours = 'Mo-Fr 09:00-12:00; PH off';
		expect(state(hours, '2026-11-23T20:00:00Z')).toEqual(opens('2026-11-24T08:00'));
		expect(state(hours, '2026-11-27T20:00:00Z')).toEqual(opens('2026-11-30T08:00'));
		expect(state(hours, '2026-11-11T09:30:00Z')).toEqual(opens('2026-11-12T08:00'));
	});

	it('is open on a public holiday when its hours do not speak of them', () => {
		expect(state('Mo-Fr 09:00-12:00', '2026-11-11T09:30:00Z')).toEqual(open('2026-11-11T11:00'));
	});

	it('is closed for a while, and opens when that is over', () => {
		const hours = 'Mo-Fr 09:00-12:00; PH off; 2026 Dec 24-2027 Jan 02 off "verbouwing"';
		expect(state(hours, '2026-12-24T09:30:00Z')).toEqual(opens('2027-01-04T08:00'));
	});

	it('is closed when it opens in more than eight weeks', () => {
		expect(state('Jul-Aug Mo-Fr 09:00-12:00')).toEqual({ kind: 'closed' });
		expect(state('Jul-Aug Mo-Fr 09:00-12:00', '2026-06-10T09:30:00Z')).toEqual(opens('2026-07-01T07:00'));
		expect(state('Mo-Fr 09:00-12:00 off')).toEqual({ kind: 'closed' });
	});

	it('is open past midnight, and day and night', () => {
		expect(state('Su 22:00-02:00', '2026-11-23T00:30:00Z')).toEqual(open('2026-11-23T01:00'));
		expect(state('24/7')).toEqual(open(null));
	});

	it('is open on, when only the words beside its hours change', () => {
		expect(state('Mo 09:00-12:00, Mo 12:00-14:00 "achteraan"')).toEqual(open('2026-11-23T13:00'));
	});

	it.each([
		'Mo-Fr 09:00-12:00 "op afspraak"',
		'Mo-Fr 09:00-12:00 open "enkel op afspraak"',
		'Mo-Fr 09:00-12:00 "uniquement sur rendez-vous"',
		'Mo-Fr 09:00-12:00 "by appointment only"',
		'Th 13:00-16:00 "enkel op afspraak"',
		'Mo-Fr "op afspraak"',
		'"op afspraak"',
		'Jul-Aug Mo-Fr 09:00-12:00; "op afspraak"'
	])('is there on appointment: %s', (hours) => {
		expect(state(hours)).toEqual({ kind: 'appointment' });
	});

	it('opens without an appointment on another day', () => {
		const hours = 'Mo-Fr 09:00-12:00, Th 13:00-16:00 "enkel op afspraak"';
		expect(state(hours)).toEqual(open('2026-11-23T11:00'));
		expect(state(hours, '2026-11-26T11:30:00Z')).toEqual(opens('2026-11-27T08:00'));
		expect(state(hours, '2026-11-26T12:30:00Z')).toEqual({ kind: 'appointment' });
	});

	it.each([
		'Mo-Fr 09:00-12:00 "bel eerst"',
		'Mo-Fr 09:00-12:00 "zonder afspraak"',
		'Mo-Fr 09:00-12:00 "vrije inloop of op afspraak"',
		'Mo-Fr 09:00-12:00 "met of zonder afspraak"',
		'Mo-Fr 09:00-12:00 "sans rendez-vous"',
		'Mo-Fr 09:00-12:00 "no appointment needed"',
		'Mo-Fr 09:00-12:00; "bel eerst"',
		'Mo-Fr 09:00-12:00 || "op afspraak"'
	])('is open, whatever is said beside it: %s', (hours) => {
		expect(state(hours)).toEqual(open('2026-11-23T11:00'));
	});

	it.each([
		null,
		'',
		' ',
		'op afspraak, denk ik',
		'Mo 25:00-27:00',
		'"bel eerst"',
		'Mo-Fr "bel eerst"',
		'Mo-Fr 09:00-12:00 unknown',
		// Reckoned from a calendar of school holidays that runs out, and from the sun.
		'Mo-Fr 09:00-12:00; SH off',
		'Mo-Fr sunrise-12:00'
	])('is not known: %s', (hours) => {
		expect(state(hours)).toEqual({ kind: 'unknown' });
	});

	it('is judged again as time passes, also backwards', () => {
		const hours = 'Mo-Fr 09:00-12:00';
		expect(state(hours, '2027-06-09T08:00:00Z')).toEqual(open('2027-06-09T10:00'));
		expect(state(hours, '2026-11-23T09:30:00Z')).toEqual(open('2026-11-23T11:00'));
		expect(state(hours, '2026-11-23T11:00:00Z')).toEqual(opens('2026-11-24T08:00'));
	});
});
