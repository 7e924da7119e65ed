/** What people write about opening hours, as clauses: days with what goes for them. */
import { liesIn, meets, type PartOfDay } from './partOfDay.ts';
import { blank, Unread, type Clause, type DateWritten, type When } from './clause.ts';
import type { Token } from './tokens.ts';

const TELLS_NOTHING = new Set(['noise', 'between', 'from', 'and', 'or', 'separator']);

/** What goes for the hours before it; behind a part of the day, for that part. */
const SAID_OF_HOURS = new Set(['appointment', 'withoutAppointment', 'contact', 'words', 'closed', 'always']);

/**
 * @param text what the tokens are of
 * @throws Unread
 */
export function clausesOf(tokens: readonly Token[], text: string): Clause[] {
	const clauses: Clause[] = [];
	let clause = blank();
	/** Of the clause: an appointment or a closure was said before its days. */
	let leads = false;
	/** Of the clause: its hours were said before its days. */
	let timesLead = false;
	let at = 0;
	let isJoined = false;
	let lastWhen = 0;
	let appointmentAt: number | null = null;
	/** Of the clause: the parts of the day that it names, and at which token. */
	let parts: { part: PartOfDay; token: number }[] = [];

	const kindAt = (i: number) => tokens[i]?.kind;
	const stop = (i = at): never => {
		throw new Unread(Math.min(i, tokens.length - 1));
	};

	function finish() {
		const { when, times, isClosed, isAlways, appointment, words } = clause;
		const says = times.length > 0 || isClosed || isAlways || appointment || words !== null;
		if (when.length > 0 && !says) throw new Unread(lastWhen, lastToldAt());
		// A part of the day without hours of its own would become the whole day, or the hours of another part.
		for (const { part, token } of parts) if (!times.some((time) => meets(time, part))) stop(token);
		// Of which days?
		if (when.length === 0 && times.length > 0 && !isClosed) stop(at - 1);
		if (says || clause.isAdded) clauses.push(clause);
		clause = blank();
		leads = false;
		timesLead = false;
		isJoined = false;
		appointmentAt = null;
		parts = [];
	}

	/** Of the token before this one that says something. */
	function lastToldAt(): number {
		let last = Math.min(at, tokens.length) - 1;
		while (last > lastWhen && TELLS_NOTHING.has(kindAt(last) ?? '')) last--;
		return last;
	}

	/** "Wo 14-16 (even weken)": of the hours before it, and of no days after it. */
	function isOfHoursBefore(): boolean {
		let next = at + 1;
		while (kindAt(next) === 'noise') next++;
		const isLast = [undefined, 'separator'].includes(kindAt(next));
		return isLast && kindAt(at - 1) !== 'and' && clause.times.length > 0 && !timesLead;
	}

	/** Before days or hours of their own. */
	function beginAnew() {
		lastWhen = at;
		if (clause.when.length === 0 && clause.times.length > 0) timesLead = true;
		const isFull = (clause.times.length > 0 && !timesLead) || clause.isAlways || clause.words !== null;
		if (isFull || (!leads && (clause.isClosed || clause.appointment))) finish();
	}

	function readDays(): When {
		const nth: number[] = [];
		for (let token = tokens[at]; token; token = tokens[at]) {
			if (token.kind === 'nth') nth.push(token.n);
			else if (token.kind !== 'and' || nth.length === 0 || kindAt(at + 1) !== 'nth') break;
			at++;
		}
		const first = tokens[at];
		if (first?.kind !== 'days') return stop();
		if (first.part) parts.push({ part: first.part, token: at });
		at++;
		if (nth.length > 0) {
			if (kindAt(at) === 'ofMonth') at++;
			return { kind: 'days', days: first.days, nth };
		}
		const last = tokens[at + 1];
		if (kindAt(at) !== 'range') return { kind: 'days', days: first.days, nth };
		const [from, to] = [first.days[0] ?? 0, last?.kind === 'days' ? (last.days[0] ?? 0) : -1];
		if (last?.kind !== 'days' || first.days.length > 1 || last.days.length > 1) return stop(at + 1);
		at += 2;
		const length = ((to - from + 7) % 7) + 1;
		return { kind: 'days', days: Array.from({ length }, (_, i) => (from + i) % 7), nth };
	}

	/** "15 juli", "juli", "15/07", "2026-07-15". @returns null when none stands there */
	function readDate(): DateWritten | null {
		const [first, second] = [tokens[at], tokens[at + 1]];
		let date: DateWritten | null = null;
		if (first?.kind === 'date') {
			at++;
			date = { year: first.year, month: first.month, day: first.day };
		} else if (first?.kind === 'month') {
			// "July 9-12": of which are those the hours?
			if (second?.kind === 'time' && second.isBare) stop(at + 1);
			at++;
			date = { year: null, month: first.month, day: null };
		} else if (isDayOf(at)) {
			at += 2;
			const day = first?.kind === 'time' ? first.minutes / 60 : NaN;
			date = { year: null, month: second?.kind === 'month' ? second.month : 0, day };
		}
		const year = tokens[at];
		if (date && year?.kind === 'year') {
			at++;
			date.year = year.year;
		}
		return date;
	}

	function isDayOf(i: number): boolean {
		const [day, month] = [tokens[i], tokens[i + 1]];
		return day?.kind === 'time' && day.isBare && month?.kind === 'month';
	}

	function readDates(): When {
		const first = tokens[at];
		// "15 tot 20 juli".
		const shared = tokens[at + 3];
		if (first?.kind === 'time' && kindAt(at + 1) === 'range' && isDayOf(at + 2) && shared?.kind === 'month') {
			at += 2;
			const to = readDate();
			return {
				kind: 'dates',
				from: { year: to?.year ?? null, month: shared.month, day: first.minutes / 60 },
				to
			};
		}
		const from = readDate();
		if (!from) return stop();
		if (kindAt(at) !== 'range') return { kind: 'dates', from, to: null };
		at++;
		const to = readDate();
		return to ? { kind: 'dates', from: { ...from, year: from.year ?? to.year }, to } : stop();
	}

	/** "In de voormiddag": of hours that are said, and nothing by itself. */
	function readPartOfDay(part: PartOfDay) {
		const skipping = (i: number, step: number): string | undefined =>
			['noise', 'between', 'from'].includes(kindAt(i) ?? '') ? skipping(i + step, step) : kindAt(i);
		const [previous, next] = [skipping(at - 1, -1) ?? '', skipping(at + 1, 1) ?? ''];
		const last = clause.times.at(-1);
		const isOfLast = ['time', 'noon'].includes(previous) && last && liesIn(last, part);
		// "9-12, namiddag op afspraak" is about hours that are not said.
		if (next !== 'time' && (!isOfLast || SAID_OF_HOURS.has(next))) stop();
		parts.push({ part, token: at });
		at++;
	}

	/** "Via 09 123 45 67", up to the end of the sentence; with the appointment that it is for. */
	function readContact(from: number) {
		while (at < tokens.length && kindAt(at) !== 'separator') at++;
		const words = text.slice(appointmentAt ?? from, tokens[at]?.at ?? text.length);
		clause.words = words.trim().replace(/^([^(]*)\)$/, '$1');
	}

	/** "Tous les jours sauf dimanche": fewer days, and holidays closed. */
	function exceptDays() {
		let excepted: number[] = [];
		for (let token = tokens[at]; token; token = tokens[at]) {
			// Not the whole of that day.
			if (token.kind === 'days' && token.part) stop();
			if (token.kind === 'days') excepted = [...excepted, ...token.days];
			else if (token.kind === 'holidays')
				clauses.push({ ...blank(), when: [{ kind: 'holidays' }], isClosed: true });
			else if (token.kind !== 'and' && token.kind !== 'noise') break;
			at++;
		}
		clause.when = clause.when.map((part) =>
			part.kind === 'days' ? { ...part, days: part.days.filter((day) => !excepted.includes(day)) } : part
		);
	}

	function readTimes() {
		const first = tokens[at];
		if (first?.kind !== 'time' || first.minutes > 1_440) return stop();
		const joint = kindAt(at + 1);
		const isBetween = kindAt(at - 1) === 'between' && joint === 'and';
		const last = tokens[at + 2];
		const to = last?.kind === 'time' ? last.minutes : last?.kind === 'noon' ? 720 : null;
		if (joint === 'range' || isBetween) {
			if (to === null || to > 1_440) return stop(at + 2);
			clause.times.push({ from: first.minutes, to });
			at += 3;
		} else {
			if (kindAt(at - 1) !== 'from') return stop();
			clause.times.push({ from: first.minutes, to: null });
			at++;
		}
	}

	while (at < tokens.length) {
		const token = tokens[at];
		if (!token) break;
		const wasJoined: boolean = isJoined;
		isJoined = false;
		if (token.kind === 'separator') {
			at++;
			finish();
		} else if (token.kind === 'noise' || token.kind === 'between' || token.kind === 'from') {
			at++;
			isJoined = wasJoined;
		} else if (token.kind === 'and' || token.kind === 'or') {
			at++;
			isJoined = true;
		} else if (token.kind === 'also') {
			at++;
			if (clause.times.length > 0 || clause.isClosed) finish();
			clause.isAdded = true;
		} else if (token.kind === 'partOfDay') {
			readPartOfDay(token.part);
		} else if (token.kind === 'contact') {
			readContact(token.at);
		} else if (token.kind === 'except' && clause.when.length > 0 && clause.times.length === 0) {
			at++;
			exceptDays();
		} else if (token.kind === 'closed' || token.kind === 'except') {
			at++;
			if (clause.times.length > 0 || clause.isClosed || token.kind === 'except') finish();
			leads = clause.when.length === 0;
			clause.isClosed = true;
		} else if (token.kind === 'appointment') {
			at++;
			const saysOnly = /^(?:enkel|alleen|uitsluitend|uniq|seul|excl|only)/iu.test(
				text.slice(token.at, token.end)
			);
			const isBeside = wasJoined && !saysOnly && text.slice(tokens[at - 2]?.at, tokens[at - 2]?.end) !== ',';
			if (isBeside || clause.isClosed) finish();
			leads = clause.when.length === 0 && clause.times.length === 0;
			appointmentAt = token.at;
			clause.appointment = saysOnly || clause.times.length < 2 ? 'all' : 'last';
			if (isBeside) finish();
		} else if (token.kind === 'withoutAppointment' || token.kind === 'words') {
			at++;
			clause.words = token.kind === 'words' ? token.words : text.slice(token.at, token.end);
		} else if (token.kind === 'always') {
			at++;
			beginAnew();
			clause.isAlways = true;
		} else if (token.kind === 'weeks') {
			if (!isOfHoursBefore()) beginAnew();
			at++;
			clause.when.push({ kind: 'weeks', isEven: token.isEven });
		} else if (token.kind === 'holidays') {
			at++;
			beginAnew();
			clause.when.push({ kind: 'holidays' });
		} else if (token.kind === 'days' || token.kind === 'nth') {
			beginAnew();
			clause.when.push(readDays());
		} else if (
			token.kind === 'month' ||
			token.kind === 'date' ||
			isDayOf(at) ||
			(kindAt(at + 1) === 'range' && isDayOf(at + 2))
		) {
			beginAnew();
			clause.when.push(readDates());
		} else if (token.kind === 'time') {
			// Hours of a day that is closed are the hours of another, which nobody named.
			if (clause.isClosed && !leads) stop();
			if (clause.words !== null || (timesLead && clause.when.length > 0)) finish();
			readTimes();
		} else stop();
	}
	finish();
	return clauses;
}
