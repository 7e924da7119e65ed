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
		expect(state('off "verbouwing"')).toEqual({ kind: 'closed' });
		expect(state('Mo-Su off')).toEqual({ kind: 'closed' });
	});

	it.each([
		['Jul off', '2026-11-30T10:00:00Z'],
		['Jul off', '2026-07-30T10:00:00Z'],
		['Fr[-1] off', '2026-11-30T10:00:00Z'],
		['PH off', '2026-11-30T10:00:00Z'],
		['Mo-Fr 12:00-13:00 off', '2026-11-30T10:00:00Z'],
		['Jul off || "bel eerst"', '2026-11-30T10:00:00Z']
	])('is not known when only closures are: %s', (hours, now) => {
		expect(state(hours, now)).toEqual({ kind: 'unknown' });
	});

	it('is there on appointment outside its closures when that is all that is said', () => {
		expect(state('Jul off || "op afspraak"')).toEqual({ kind: 'appointment' });
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

	it('is closed on holidays where that is written first', () => {
		expect(state('PH off; Mo-Fr 09:00-12:00', '2026-12-25T09:00:00Z')).toEqual(opens('2026-12-28T08:00'));
	});

	it('is open from an hour, and nobody knows until when', () => {
		const hours = 'Mo-Fr 09:00+';
		expect(state(hours, '2026-11-23T07:30:00Z')).toEqual(opens('2026-11-23T08:00'));
		expect(state(hours)).toEqual({ kind: 'unknown', since: '2026-11-23T08:00:00.000Z' });
		expect(state('Mo-Fr 09:00-17:00+')).toEqual(open('2026-11-23T16:00'));
	});

	it('closed today whatever is said beside hours of other days', () => {
		const hours = 'Mo-Fr 07:00-19:30; Sa,Su,PH 08:00-18:00; 19:30-21:00 open "enkel ophalen"; Dec 25 off';
		expect(state(hours, '2026-12-25T19:25:00Z')).toMatchObject({ kind: 'opens' });
		expect(state('Mo-Fr 08:00-15:30; PH closed', '2026-04-06T08:00:00Z')).toEqual(opens('2026-04-07T06:00'));
		expect(state('Mo-Su 07:00-01:00, Fr,Sa 07:00-03:00', '2026-11-22T01:30:00Z')).toEqual(
			open('2026-11-22T02:00')
		);
	});

	it('is on appointment on the days that say so', () => {
		const hours = 'Mo,We-Fr 10:00-16:00; Tu,Sa "by appointment"';
		expect(state(hours, '2026-11-24T09:30:00Z')).toEqual({ kind: 'appointment' });
		expect(state(hours, '2026-11-25T09:30:00Z')).toEqual(open('2026-11-25T15:00'));
		const beside = 'Tu,Th 09:00-11:00,14:00-16:00 || "by appointment"';
		expect(state(beside, '2026-11-24T11:00:00Z')).toEqual(opens('2026-11-24T13:00'));
	});

	it('is open on Good Friday, which is no holiday in Belgium, and closed on Whit Monday', () => {
		const hours = 'Mo-Fr 09:00-12:00; PH off';
		expect(state(hours, '2026-04-03T08:00:00Z')).toEqual(open('2026-04-03T10:00'));
		expect(state(hours, '2026-05-25T08:00:00Z')).toMatchObject({ kind: 'opens' });
		expect(state(hours, '2027-05-17T08:00:00Z')).toMatchObject({ kind: 'opens' });
	});

	it('is judged again as time passes, also backwards', () => {
		const hours = 'Mo-Fr 09:00-12:00';
		expect(state(hours, '2027-06-09T08:00:00Z')).toEqual(open('2027-06-09T10:00'));
		expect(state(hours, '2026-11-23T09:30:00Z')).toEqual(open('2026-11-23T11:00'));
		expect(state(hours, '2026-11-23T11:00:00Z')).toEqual(opens('2026-11-24T08:00'));
	});
});
