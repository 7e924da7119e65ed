import { describe, expect, it } from 'vitest';
import { emptyWeek } from '$lib/domain/openingHours/week';
import { editHours, hoursDraft, hoursValue } from './hoursDraft';
import { errorsAtOnce, hoursErrors } from './hoursErrors';
import { hoursFormAction, hoursFromForm } from './hoursForm';
import { readBeside } from './hoursText';

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
		const value = 'Mo-Fr 22:00-02:00';
		expect(draft).toEqual({ week: null, kept: value, text: '', meant: value, before: '' });
		expect(stored(form({ mode: 'kept', kept: draft.kept }))).toBe('Mo-Fr 22:00-02:00');
	});

	it('leaves what is typed alone, also a space that waits for a word', () => {
		const data = form({ ...monday, remark: 'bel ', 'exceptions.0.start': '', 'exceptions.0.reason': 'dak ' });
		expect(hoursFromForm(data).week).toMatchObject({ remark: 'bel ', exceptions: [{ reason: 'dak ' }] });
	});

	it('begins anew only when asked, and can put back what was there', () => {
		const anew = hoursFormAction(form({ mode: 'kept', kept: '24/7', edit: 'restart' }), TODAY);
		expect(anew).toEqual({ week: emptyWeek(), kept: '', text: '', meant: '', before: '24/7' });
		const back = hoursFormAction(form({ ...monday, before: '24/7', edit: 'putback' }), TODAY);
		expect(back).toEqual({ week: null, kept: '24/7', text: '', meant: '24/7', before: '' });
		expect(stored(form({ ...monday, before: '24/7' }))).toBe('Mo 09:00-12:00; PH off');
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
		expect(
			hoursErrors({ week: null, kept: 'Mo 25:00-26:00', text: '', meant: '', before: '' }, TODAY)
		).toEqual([
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

	describe('and hours that are there already', () => {
		const GENT = 'Mo-Fr 09:00-16:00; PH off; Jul 15-Aug 15 off';
		const read = (text: string, value = GENT) =>
			editHours({ ...hoursDraft(value, TODAY), text }, 'read', TODAY);

		it('leaves public holidays as they are when the text is silent about them', () => {
			expect(hoursValue(read('ma-vr 9u-12u'))).toBe('Mo-Fr 09:00-12:00; PH off; Jul 15-Aug 15 off');
			const own = 'Mo-Fr 09:00-16:00; PH 10:00-11:00';
			expect(hoursValue(read('ma-vr 9u-12u', own))).toBe('Mo-Fr 09:00-12:00; PH 10:00-11:00');
			expect(hoursValue(read('ma-vr 9u-12u, gesloten op feestdagen', own))).toBe('Mo-Fr 09:00-12:00; PH off');
		});

		it.each([
			['gesloten in december', `${GENT}; Dec 01-Dec 31 off`],
			['gesloten van 24/12/2026 tot 2/1/2027', `${GENT}; 2026 Dec 24-2027 Jan 02 off`],
			['gesloten op woensdag', 'Mo,Tu,Th,Fr 09:00-16:00; PH off; Jul 15-Aug 15 off'],
			['gesloten op feestdagen', GENT]
		])('takes closures alone for exceptions, and keeps the week: %s', (text, value) => {
			expect(hoursValue(read(text))).toBe(value);
			expect(read(text)).toMatchObject({ text: '', before: '' });
		});

		it('asks when it is open where a closure is more than an exception', () => {
			const draft = read('laatste vrijdag van de maand gesloten');
			expect(draft).toEqual({ ...hoursDraft(GENT, TODAY), text: 'laatste vrijdag van de maand gesloten' });
		});

		it('can put back what a text replaces, also after beginning anew', () => {
			const more = read('ma-vr 9u-12u, 1e zaterdag van de maand 10-12u, gesloten in juli');
			expect(more).toMatchObject({
				week: null,
				kept: 'Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00; Jul off',
				before: GENT
			});
			const anew = editHours(more, 'restart', TODAY);
			expect(hoursValue(editHours(anew, 'putback', TODAY))).toBe(GENT);
			expect(hoursValue(editHours(read('di 9u-12u'), 'putback', TODAY))).toBe(GENT);
		});

		it('replaces no week that could not be put back', () => {
			const draft = hoursDraft(GENT, TODAY);
			draft.week?.days[6]?.push({ from: '09:00', to: '', onAppointment: false });
			const text = '1e zaterdag van de maand 10-12u';
			expect(editHours({ ...draft, text }, 'read', TODAY)).toEqual({ ...draft, text });
		});

		it('leaves out days that are past, and says which', () => {
			const text = 'ma-vr 9u-12u, gesloten op 24/12/2025';
			const { week } = hoursDraft(null, TODAY);
			expect(week && readBeside(week, text, TODAY)).toMatchObject({ past: [{ from: '2025-12-24' }] });
			expect(hoursValue(read(text, ''))).toBe('Mo-Fr 09:00-12:00; PH off');
		});
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

	it('says of exceptions at once what cannot be right, and not what is still to come', () => {
		const crossing = hoursDraft('Mo 09:00-12:00; 2026 Dec 01-2026 Dec 11 off', TODAY);
		const empty = editHours(editHours(crossing, 'add exceptions', TODAY), 'add exceptions', TODAY);
		expect(errorsAtOnce(empty, TODAY)).toEqual([]);
		const [, second, third] = empty.week?.exceptions ?? [];
		Object.assign(second ?? {}, { from: '2026-12-10', to: '2026-12-15' });
		Object.assign(third ?? {}, { from: '2027-02-10', to: '2027-02-01' });
		expect(errorsAtOnce(empty, TODAY)).toMatchObject([
			{ field: 'hours.exceptions.1.start', message: expect.stringContaining('uitzondering 1') as string },
			{ field: 'hours.exceptions.2.end' }
		]);
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
