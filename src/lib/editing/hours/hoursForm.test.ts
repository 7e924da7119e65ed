import { describe, expect, it } from 'vitest';
import { emptyWeek } from '$lib/domain/openingHours/week';
import { editHours, hoursDraft, hoursValue } from './hoursDraft';
import { hoursErrors } from './hoursErrors';
import { hoursFormAction, hoursFromForm } from './hoursForm';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(`hours.${name}`, value);
	return data;
}

const monday = { mode: 'week', holidays: 'closed', 'days.0.0.from': '09:00', 'days.0.0.to': '12:00' };
const stored = (data: FormData) => hoursValue(hoursFromForm(data));

const TODAY = '2026-11-30';

describe('the form of opening hours', () => {
	it('gives what is stored', () => {
		const data = form({
			...monday,
			'days.0.1.from': '13:00',
			'days.0.1.to': '16:00',
			'days.0.1.appointment': 'on',
			'exceptions.0.start': '2026-12-24',
			'exceptions.0.end': '2027-01-02',
			'exceptions.0.kind': 'closed',
			'exceptions.0.reason': ' verbouwing ',
			'exceptions.1.start': '2026-12-05',
			'exceptions.1.end': '',
			'exceptions.1.kind': 'open',
			'exceptions.1.everyYear': 'on',
			'exceptions.1.0.from': '10:00',
			'exceptions.1.0.to': '12:00',
			'exceptions.1.reason': '',
			remark: 'bel eerst'
		});
		expect(stored(data)).toBe(
			'Mo 09:00-12:00, Mo 13:00-16:00 "op afspraak"; PH off; 2026 Dec 24-2027 Jan 02 off "verbouwing"; ' +
				'Dec 05 10:00-12:00 || "bel eerst"'
		);
	});

	it('is nothing to store when nothing is filled in', () => {
		expect(stored(form({ mode: 'week', 'days.0.0.from': '', 'days.0.0.to': '' }))).toBeNull();
		expect(stored(form({ mode: 'kept', kept: ' ' }))).toBeNull();
		expect(stored(form({}))).toBeNull();
	});

	it('keeps hours that the editor cannot show as they are', () => {
		const draft = hoursDraft('Mo-Fr 22:00-02:00', TODAY);
		expect(draft).toEqual({ week: null, kept: 'Mo-Fr 22:00-02:00', text: '', meant: 'Mo-Fr 22:00-02:00' });
		expect(stored(form({ mode: 'kept', kept: draft.kept }))).toBe('Mo-Fr 22:00-02:00');
	});

	it('leaves what is typed alone, also a space that waits for a word', () => {
		const data = form({ ...monday, remark: 'bel ', 'exceptions.0.start': '', 'exceptions.0.reason': 'dak ' });
		expect(hoursFromForm(data).week).toMatchObject({ remark: 'bel ', exceptions: [{ reason: 'dak ' }] });
	});

	it('begins anew only when asked, and can put back what was there', () => {
		const anew = hoursFormAction(form({ mode: 'kept', kept: '24/7', edit: 'restart' }), TODAY);
		expect(anew).toEqual({ week: emptyWeek(), kept: '24/7', text: '', meant: '' });
		const back = hoursFormAction(form({ ...monday, kept: '24/7', edit: 'putback' }), TODAY);
		expect(back).toEqual({ week: null, kept: '24/7', text: '', meant: '24/7' });
		expect(stored(form({ ...monday, kept: '24/7' }))).toBe('Mo 09:00-12:00; PH off');
	});

	it('comes back with a row more or less, and with what was typed', () => {
		const rows = (edit: string) =>
			hoursFormAction(form({ ...monday, edit }), TODAY)?.week?.days.map((day) => day.length);
		expect(rows('add days.0')).toEqual([2, 0, 0, 0, 0, 0, 0]);
		expect(rows('remove days.0.0')).toEqual([0, 0, 0, 0, 0, 0, 0]);
		expect(rows('copy days.0')).toEqual([1, 1, 1, 1, 1, 0, 0]);
		expect(rows('add nonsense.99')).toEqual([1, 0, 0, 0, 0, 0, 0]);
		expect(hoursFormAction(form(monday), TODAY)).toBeNull();
	});

	it('adds and removes exceptions and their hours', () => {
		let draft = hoursDraft(null, TODAY);
		for (const edit of ['add exceptions', 'add exceptions', 'add exceptions.1', 'remove exceptions.0']) {
			draft = editHours(draft, edit, TODAY);
		}
		expect(draft.week?.exceptions.map(({ ranges }) => ranges.length)).toEqual([2]);
	});

	it('tells what to mend, where it is', () => {
		const data = form({ ...monday, 'days.0.0.to': '08:00', holidays: 'own' });
		expect(hoursErrors(hoursFromForm(data), TODAY)).toEqual([
			{ field: 'hours.days.0.0.to', message: 'Maandag: het uur bij “tot” moet later zijn dan dat bij “van”' },
			{ field: 'hours.holidays.0.from', message: 'Feestdagen: vul de uren in' }
		]);
		expect(hoursErrors({ week: null, kept: 'Mo 25:00-26:00', text: '', meant: '' }, TODAY)).toEqual([
			{
				field: 'hours.kept',
				message: 'Dit kan niet: “Mo →25:00-26:00←”. Een dag heeft 24 uren, en wat begint, eindigt later'
			}
		]);
	});

	it('fills the week in from a text, as people write it', () => {
		const text = 'ma-vr 9u-12u, wo ook 13u-16u, gesloten op feestdagen';
		const draft = hoursFormAction(form({ ...monday, remark: 'bel eerst', text, edit: 'read' }), TODAY);
		expect(draft?.text).toBe('');
		expect(draft && hoursValue(draft)).toBe(
			'Mo,Tu,Th,Fr 09:00-12:00; We 09:00-12:00,13:00-16:00; PH off || "bel eerst"'
		);
	});

	it('keeps a text that it cannot read, and stores nothing while one waits', () => {
		const data = { ...monday, text: 'di 9-12' };
		expect(hoursFormAction(form({ ...data, edit: 'read' }), TODAY)).toMatchObject({ text: 'di 9-12' });
		expect(hoursErrors(hoursFromForm(form(data)), TODAY)).toMatchObject([{ field: 'hours.text' }]);
	});

	it('shows what it means before it keeps hours that were written another way', () => {
		const kept = { mode: 'kept', kept: 'eerste zaterdag van de maand 10u-12u' };
		expect(hoursErrors(hoursFromForm(form(kept)), TODAY)).toMatchObject([{ field: 'hours.kept' }]);
		const shown = form({ ...kept, meant: 'Sa[1] 10:00-12:00' });
		expect(hoursErrors(hoursFromForm(shown), TODAY)).toEqual([]);
		expect(stored(shown)).toBe('Sa[1] 10:00-12:00');
	});

	it('leaves out exceptions that are over', () => {
		const draft = hoursDraft('Mo 09:00-12:00; PH off; 2026 Nov 02 off; 2026 Dec 24 off', TODAY);
		expect(draft.week?.exceptions.map(({ from }) => from)).toEqual(['2026-12-24']);
		expect(hoursValue(draft)).toBe('Mo 09:00-12:00; PH off; 2026 Dec 24 off');
	});

	it('asks about two exceptions for the same days', () => {
		const exceptions = {
			'exceptions.0.start': '2026-12-01',
			'exceptions.0.end': '2026-12-31',
			'exceptions.0.kind': 'closed',
			'exceptions.1.start': '2026-12-02',
			'exceptions.1.end': '2026-12-03',
			'exceptions.1.kind': 'open',
			'exceptions.1.0.from': '10:00',
			'exceptions.1.0.to': '11:00'
		};
		expect(hoursErrors(hoursFromForm(form({ ...monday, ...exceptions })), TODAY)).toEqual([
			{
				field: 'hours.exceptions.1.within',
				message:
					'Uitzondering 2: deze dagen vallen binnen uitzondering 1. Is dat de bedoeling, vink dat dan aan'
			}
		]);
		expect(stored(form({ ...monday, ...exceptions, 'exceptions.1.within': 'on' }))).toBe(
			'Mo 09:00-12:00; PH off; 2026 Dec 01-2026 Dec 31 off; 2026 Dec 02-2026 Dec 03 Mo 10:00-11:00'
		);
	});
});
