/** Clauses as people write them, in the syntax. */
import { ON_APPOINTMENT } from '../appointment.ts';
import { DAY_CODES, MONTHS } from '../syntax.ts';
import type { Clause, DateWritten, When } from './clause.ts';

/** Where people leave it open: each is one way to read what they wrote. */
export interface Choice {
	/** Hours of a day that has hours already. */
	later: 'added' | 'instead';
	/** "9-12 en 13-16 op afspraak". */
	appointment: 'all' | 'last';
}

export const CHOICES: readonly Choice[] = [
	{ later: 'added', appointment: 'all' },
	{ later: 'instead', appointment: 'all' },
	{ later: 'added', appointment: 'last' },
	{ later: 'instead', appointment: 'last' }
];

interface Written {
	joint: string;
	text: string;
}

/** @returns null when nothing is said */
export function writeClauses(clauses: readonly Clause[], choice: Choice): string | null {
	const open: Written[] = [];
	const closed: string[] = [];
	const remarks: string[] = [];
	const before: Clause[] = [];
	for (const clause of clauses) {
		if (clause.isClosed) {
			const rule = [whenOf(clause.when), timesOf(clause.times), 'off', quoted(clause.words)];
			if (clause.when.length > 0 || clause.times.length > 0) closed.push(rule.filter(Boolean).join(' '));
			else return null;
		} else if (clause.when.length === 0 && clause.times.length === 0 && !clause.isAlways) {
			const said = clause.words ?? (clause.appointment ? ON_APPOINTMENT : null);
			if (said) remarks.push(said);
		} else {
			open.push(...writeOpen(clause, before, choice));
			before.push(clause);
		}
	}
	const hours = open.map(({ joint, text }, i) => (i === 0 ? text : joint + text)).join('');
	const rules = [hours, ...closed].filter((rule) => rule !== '').join('; ');
	const remark = quoted([...new Set(remarks)].join(', '));
	return rules && remark ? `${rules} || ${remark}` : rules || remark || null;
}

function writeOpen(clause: Clause, before: readonly Clause[], { later, appointment }: Choice): Written[] {
	const when = whenOf(clause.when);
	const isLast = clause.appointment === 'last' && appointment === 'last';
	const plain = clause.appointment === null ? clause.times : isLast ? clause.times.slice(0, -1) : [];
	const byAppointment = clause.appointment === null ? [] : isLast ? clause.times.slice(-1) : clause.times;
	const joint = isBeside(clause, before, later) ? ', ' : '; ';
	const onAppointment = clause.words ?? ON_APPOINTMENT;
	const write = (times: Clause['times'], words: string | null) =>
		[when, clause.isAlways ? (when ? '00:00-24:00' : '24/7') : timesOf(times), quoted(words)]
			.filter(Boolean)
			.join(' ');
	if (clause.times.length === 0)
		return [{ joint, text: write([], clause.appointment ? onAppointment : clause.words) }];
	return [
		...(plain.length > 0 ? [{ joint, text: write(plain, clause.appointment ? null : clause.words) }] : []),
		...(byAppointment.length > 0
			? [{ joint: plain.length > 0 ? ', ' : joint, text: write(byAppointment, onAppointment) }]
			: [])
	];
}

/** Whether its hours come with those that its days have already. */
function isBeside(clause: Clause, before: readonly Clause[], later: Choice['later']): boolean {
	const days = weekdaysOf(clause);
	const sharing = before.filter((other) => weekdaysOf(other).some((day) => days.includes(day)));
	if (sharing.length === 0) return false;
	const meets = sharing.some(({ times }) =>
		times.some((a) => clause.times.some((b) => a.from < (b.to ?? Infinity) && b.from < (a.to ?? Infinity)))
	);
	if (clause.isAdded) return true;
	if (meets) return false;
	// Who names the same days twice, or what is on appointment there, means both.
	const isSame = sharing.some((other) => weekdaysOf(other).join() === days.join());
	return isSame || clause.appointment !== null || later === 'added';
}

/** Of a clause for days of the week and nothing narrower. */
const weekdaysOf = ({ when }: Clause): number[] =>
	when.every((part) => part.kind === 'days' && part.nth.length === 0)
		? when.flatMap((part) => (part.kind === 'days' ? part.days : []))
		: [];

function whenOf(when: readonly When[]): string {
	const dates = when.filter((part) => part.kind === 'dates');
	const weeks = when.filter((part) => part.kind === 'weeks');
	const days = when.filter((part) => part.kind === 'days' || part.kind === 'holidays');
	return [
		dates.map(({ from, to }) => [from, ...(to ? [to] : [])].map(dateOf).join('-')).join(','),
		...weeks.map(({ isEven }) => `week ${isEven ? '2-52/2' : '1-53/2'}`),
		days.map(daysOf).join(',')
	]
		.filter(Boolean)
		.join(' ');
}

const dateOf = ({ year, month, day }: DateWritten): string =>
	[year, MONTHS[month], day === null ? null : String(day).padStart(2, '0')]
		.filter((part) => part !== null)
		.join(' ');

function daysOf(part: When): string {
	if (part.kind === 'holidays') return 'PH';
	if (part.kind !== 'days') return '';
	const codes = part.days.map((day) => DAY_CODES[day] ?? '');
	if (part.nth.length > 0) return `${codes[0] ?? ''}[${part.nth.join(',')}]`;
	const isRun = part.days.every((day, i) => i === 0 || day === ((part.days[i - 1] ?? 0) + 1) % 7);
	return codes.length > 1 && isRun ? `${codes[0] ?? ''}-${codes.at(-1) ?? ''}` : codes.join(',');
}

const timesOf = (times: Clause['times']): string =>
	times.map(({ from, to }) => (to === null ? `${clock(from)}+` : `${clock(from)}-${clock(to)}`)).join(',');

const clock = (minutes: number): string =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The syntax has no way to write a quotation mark within words. */
const quoted = (words: string | null): string =>
	words?.trim() ? `"${words.trim().replaceAll('"', '”')}"` : '';
