/**
 * A second reader of opening hours, for tests: nothing of it is what the site reads with. It makes a calendar by force, each rule
 * tried on each day, each minute on its own.
 */
import { DAY, dayOf, easter, holidaysOf, iso } from './calendar.fixture.ts';

/** o = open, a = on appointment, u = open from here and nobody knows how long, ? = words and no hours, a space = closed. */
export type Mark = 'o' | 'a' | 'u' | '?' | ' ';

interface Rule {
	isOn: (day: number) => boolean;
	/** Minutes; past 1440 is the day after. */
	times: [number, number, Mark][];
	isClosed: boolean;
	/** Beside what is there: also said of hours that name no day, behind those of days. */
	isAdded: boolean;
}

const DAYS = 'Mo Tu We Th Fr Sa Su'.split(' ');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const MINUTES = 1_440;
const CLOSURE = new RegExp(`^(?:PH|easter|(?:\\d{4} )?(?:${MONTHS.join('|')}))[^:]* (?:off|closed)`);

/** Of each day, from the first: a mark for each minute. */
export function readByForce(value: string, first: number, count: number): string[] {
	const rules = rulesOf(value);
	const nights: [number, number, Mark][][] = [];
	/** Who only says when it is closed leaves the rest unknown. */
	const outside: [number, number, Mark][] =
		rules.length > 0 && rules.every(({ isClosed }) => isClosed) ? [[0, MINUTES, '?']] : [];
	/** Most days are like others. */
	const marked = new Map<string, string>();
	return Array.from({ length: count + 1 }, (_, i) => {
		const day = first - 1 + i;
		let times = outside;
		let holes: [number, number, Mark][] = [];
		for (const rule of rules.filter(({ isOn }) => isOn(day))) {
			if (rule.isClosed && rule.times.length > 0) holes.push(...rule.times);
			else if (rule.isClosed) [times, holes] = [[], []];
			else if (rule.isAdded) times = [...times, ...rule.times];
			else [times, holes] = [[...rule.times], []];
		}
		nights.push(times.filter(([, to]) => to > MINUTES));
		const last = nights[i - 1] ?? [];
		const key = JSON.stringify([times, last, holes]);
		const known = marked.get(key);
		if (known !== undefined) return known;
		const marks = Array<Mark>(MINUTES).fill(' ');
		for (const [from, to, mark] of [
			...last.map(([, to, mark]) => [0, to - MINUTES, mark] as const),
			...times
		]) {
			marks.fill(mark, from, to);
		}
		for (const [from, to] of holes) marks.fill(' ', from, to);
		marked.set(key, marks.join(''));
		return marks.join('');
	}).slice(1);
}

function rulesOf(value: string): Rule[] {
	const rules = value
		.replace(/\s*\|\|.*$/, '')
		.split(/(;|(?<=[\d"]),(?= [A-Z\d"we]))/)
		.reduce<{ text: string; isAdded: boolean }[]>((found, part, i, parts) => {
			if (i % 2 === 0) found.push({ text: part.trim(), isAdded: parts[i - 1] === ',' });
			return found;
		}, [])
		.filter(({ text }) => text !== '' && !/^"[^"]*"$/.test(text))
		.map(({ text, isAdded }, i) => ({
			...ruleOf(text),
			isAdded: isAdded || (i > 0 && /^\d\d:/.test(text)),
			text
		}));
	// Who is closed on holidays or on a date is closed then, wherever that is said.
	const isClosure = ({ text }: { text: string }) => CLOSURE.test(text);
	return rules.toSorted((a, b) => Number(isClosure(a)) - Number(isClosure(b)));
}

function ruleOf(text: string): Omit<Rule, 'isAdded'> {
	const comment = /"([^"]*)"/.exec(text)?.[1];
	const isClosed = / (?:off|closed)\b|^off/.test(text);
	const bare = text
		.replace(/"[^"]*"/, '')
		.replace(/\s(?:off|closed|open|unknown)\b/, '')
		.trim();
	const clocks = bare.match(/\d\d:\d\d(?:-\d\d:\d\d|\+)/g) ?? [];
	const selector = bare
		.replace(/\d\d:\d\d.*$/, '')
		.replace('24/7', '')
		.replace(/:\s*$/, '')
		.replace(': ', ' ')
		.trim();
	const byAppointment = comment !== undefined && /afspraak|appointment|rendez-vous/.test(comment);
	const mark: Mark = byAppointment ? 'a' : 'o';
	const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
	const times = clocks.map((clock): [number, number, Mark] => {
		const from = minutes(clock);
		if (clock.endsWith('+')) return [from, MINUTES, 'u'];
		const to = minutes(clock.slice(6));
		return [from, to <= from ? to + MINUTES : to, mark];
	});
	const whole: [number, number, Mark] = [0, MINUTES, comment === undefined ? 'o' : byAppointment ? 'a' : '?'];
	return { isOn: dayTest(selector), times: times.length > 0 || isClosed ? times : [whole], isClosed };
}

function dayTest(selector: string): (day: number) => boolean {
	const tests: ((day: number) => boolean)[] = [];
	let rest = selector;
	const take = (pattern: RegExp, test: (found: string[]) => (day: number) => boolean) => {
		const found = pattern.exec(rest);
		if (!found?.[0]) return;
		tests.push(test(found.map((part) => part ?? '')));
		rest = rest.slice(found[0].length).trim();
	};
	const month = `(?:${MONTHS.join('|')})`;
	const weekday = `${month} (?:${DAYS.join('|')})\\[-?\\d\\]`;
	const point = `(?:\\d{4} )?(?:${month}(?: \\d\\d?)?|easter(?: [+-]\\d+ days?)?)`;
	const span = `(?:${weekday}-${weekday}|${point}(?:-(?:${point}|\\d\\d?))?)`;
	take(new RegExp(`^${span}(?:,${span})*(?= |$)`), ([list = '']) => {
		const spans = list.split(',').map(dateTest);
		return (day) => spans.some((test) => test(day));
	});
	take(
		/^(\d{4})(?= |$)/,
		([, year]) =>
			(day) =>
				iso(day).startsWith(year ?? '')
	);
	take(/^week (\d+)(?:-(\d+))?(?:\/(\d+))?/, ([, from, to, step]) => (day) => {
		const week = weekOf(day) - Number(from);
		return week >= 0 && week <= Number(to || from) - Number(from) && week % Number(step || 1) === 0;
	});
	if (/^PH (?=[A-Z])/.test(rest)) {
		tests.push(isHoliday);
		rest = rest.slice(3);
	}
	if (rest !== '') {
		const parts = rest.split(/,(?![\d-])/).map(weekdayTest);
		tests.push((day) => parts.some((test) => test(day)));
	}
	return (day) => tests.every((test) => test(day));
}

const isHoliday = (day: number): boolean => iso(day) in holidaysOf(Number(iso(day).slice(0, 4)));
/** 0 is Monday. */
const weekday = (day: number): number => (new Date(day * DAY).getUTCDay() + 6) % 7;

function weekOf(day: number): number {
	// The week is of the year that has its Thursday.
	const thursday = new Date((day - weekday(day) + 3) * DAY);
	return Math.ceil((thursday.getTime() / DAY - dayOf(thursday.getUTCFullYear(), 0, 1) + 1) / 7);
}

function weekdayTest(part: string): (day: number) => boolean {
	const holiday = /^PH(?: ([+-]\d) days?)?$/.exec(part);
	if (holiday) return (day) => isHoliday(day - Number(holiday[1] ?? 0));
	const [, first = '', last = first, nth] = /^(\w\w)(?:-(\w\w))?(?:\[([-\d,]+)\])?$/.exec(part) ?? [];
	const [from, to] = [DAYS.indexOf(first), DAYS.indexOf(last)];
	if (from < 0 || to < 0) throw new Error(`The outside reader does not know the day ${part}`);
	return (day) => {
		const of = weekday(day);
		if (!(from <= to ? of >= from && of <= to : of >= from || of <= to)) return false;
		return nth === undefined || nth.split(',').some((n) => day === nthOfMonth(day, of, Number(n)));
	};
}

/** In the month of that day. */
function nthOfMonth(day: number, of: number, n: number): number {
	const [year = 0, month = 0] = iso(day).split('-').map(Number);
	const all = Array.from({ length: 31 }, (_, i) => dayOf(year, month - 1, i + 1)).filter(
		(each) => iso(each).slice(0, 7) === iso(day).slice(0, 7) && weekday(each) === of
	);
	return all.at(n > 0 ? n - 1 : n) ?? NaN;
}

function dateTest(span: string): (day: number) => boolean {
	const [, first = '', second = ''] = /^(.*?)(?:(?<=\w|\])-(.*))?$/.exec(span) ?? [];
	const last = second === '' ? first : /^\d+$/.test(second) ? first.replace(/\d+$/, second) : second;
	const yearOf = (text: string) => /^(\d{4}) /.exec(text)?.[1];
	return (day) => {
		const year = Number(iso(day).slice(0, 4));
		const starts = yearOf(first) ? [Number(yearOf(first))] : [year - 1, year];
		return starts.some((start) => {
			const from = pointIn(first, start, 'first');
			let to = pointIn(last, Number(yearOf(last) ?? start), 'last');
			if (to < from) to = pointIn(last, start + 1, 'last');
			return day >= from && day <= to;
		});
	};
}

function pointIn(text: string, year: number, end: 'first' | 'last'): number {
	const bare = text.replace(/^\d{4} /, '');
	const offset = /^easter(?: ([+-]\d+) days?)?$/.exec(bare);
	if (offset) return easter(year) + Number(offset[1] ?? 0);
	const month = MONTHS.indexOf(bare.slice(0, 3));
	const rest = bare.slice(4);
	const nth = /^(\w\w)\[(-?\d)\]$/.exec(rest);
	if (nth) return nthOfMonth(dayOf(year, month, 1), DAYS.indexOf(nth[1] ?? ''), Number(nth[2]));
	if (rest !== '') {
		// 29 February of another year is no day.
		const day = dayOf(year, month, Number(rest));
		return new Date(day * DAY).getUTCMonth() === month ? day : NaN;
	}
	return end === 'first' ? dayOf(year, month, 1) : dayOf(year, month + 1, 0);
}
