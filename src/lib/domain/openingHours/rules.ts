/** The part of OpenStreetMap's `opening_hours` syntax that desks use, as rules that can be put into words. */

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH'];
export const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Stands among the days of a rule, after Monday (0) to Sunday (6). */
export const PUBLIC_HOLIDAYS = 7;

export interface RuleDate {
	/** Null for every year. */
	year: number | null;
	/** 0 is January. */
	month: number;
	day: number;
}

export interface TimeRange {
	/** "HH:MM" */
	from: string;
	to: string;
}

export interface HoursRule {
	/** In the order of the week, from the first day after a gap; with `dates`: only these days of them, empty = all. */
	days: number[];
	/** `to` is null for a single day. */
	dates: { from: RuleDate; to: RuleDate | null } | null;
	times: TimeRange[];
	isClosed: boolean;
	comment: string | null;
	/** Comes with what earlier rules say of its days, and does not replace it. */
	isAdded: boolean;
}

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)';
const DAY_LIST = `${DAY}(?:-${DAY})?(?:\\s*,\\s*${DAY}(?:-${DAY})?)*`;
const YEAR = '(?:\\d{4} )?';
const DATE = `${YEAR}(?:${MONTHS.join('|')}) \\d{1,2}`;
const TIME = '\\d{1,2}:\\d{2}';
const TIME_RANGE = `${TIME}\\s*-\\s*${TIME}`;
/** A word ends where a space, a separator or the value ends. */
const END = '(?=[\\s;,|"]|$)';
const RULE = new RegExp(
	`\\s*(?:(?<from>${DATE})(?:\\s*-\\s*(?<to>${DATE}|\\d{1,2}))?${END})?` +
		`(?:\\s*(?<days>${DAY_LIST})${END})?` +
		`(?:\\s*(?<times>${TIME_RANGE}(?:\\s*,\\s*${TIME_RANGE})*)(?:\\s+open)?${END}|\\s*(?<closed>off|closed)${END})?` +
		'(?:\\s*"(?<comment>[^"]+)")?\\s*',
	'y'
);
const SEPARATOR = /(;|,|\|\|)|$/y;

/**
 * Rules in the order written. As the syntax has it, a later rule takes its days away from the earlier ones.
 * @param value valid `opening_hours` syntax
 * @returns null when it says more than these rules can hold
 */
export function parseOpeningHours(value: string): HoursRule[] | null {
	const rules: HoursRule[] = [];
	for (const written of splitRules(value)) {
		const rule = written && readRule(written);
		if (!rule) return null;
		// Hours for days of the week also go for the dates named before them, which their line would not tell.
		const isForHolidays = rule.days.every((day) => day === PUBLIC_HOLIDAYS);
		if (!rule.dates && !isRemark(rule) && !isForHolidays && rules.some(({ dates }) => dates)) return null;
		// A remark alone is meant beside the hours.
		if (!rule.dates && !rule.isAdded && (rule.times.length > 0 || rule.isClosed)) {
			for (const earlier of rules.filter(({ dates }) => !dates)) {
				earlier.days = earlier.days.filter((day) => !rule.days.includes(day));
			}
		}
		rules.push(rule);
	}
	const left = rules.filter(({ days, dates }) => dates || days.length > 0);
	return left.length > 0 ? left : null;
}

/** Words for every day. */
export const isRemark = ({ days, dates, times, isClosed }: HoursRule): boolean =>
	!dates && times.length === 0 && !isClosed && days.length === 7;

interface WrittenRule {
	parts: Record<string, string | undefined>;
	/** That stands before it. */
	separator: string;
}

/** Ends with null where something is written that is no rule. */
function* splitRules(value: string): Generator<WrittenRule | null> {
	const text = value.trim();
	let separator = ';';
	let at = 0;
	while (at < text.length) {
		RULE.lastIndex = at;
		const rule = RULE.exec(text);
		SEPARATOR.lastIndex = RULE.lastIndex;
		const next = SEPARATOR.exec(text);
		if (!rule || !next) return yield null;
		const isEmpty = rule[0].trim() === '';
		if (!isEmpty) yield { parts: rule.groups ?? {}, separator };
		// Between two semicolons there may be nothing.
		else if (separator !== ';') return yield null;
		separator = next[1] ?? ';';
		at = SEPARATOR.lastIndex;
	}
}

function readRule({ parts, separator }: WrittenRule): HoursRule | null {
	const { from, to, days, closed } = parts;
	const comment = parts.comment ?? null;
	const times = (parts.times?.match(new RegExp(TIME_RANGE, 'g')) ?? []).map((range) => {
		const [start = '', end = ''] = range.split(/\s*-\s*/);
		return { from: start.padStart(5, '0'), to: end.padStart(5, '0') };
	});
	if (times.length === 0 && !closed && comment === null) return null;
	// Hours past midnight end on another day.
	if (times.some((range) => !endsTheSameDay(range))) return null;
	const start = from === undefined ? null : dateOf(from);
	const end = to === undefined || !start ? null : dateOf(to, start);
	const rule: HoursRule = {
		days: days === undefined ? (start ? [] : [0, 1, 2, 3, 4, 5, 6]) : daysOf(days),
		dates: start && { from: start, to: end },
		times,
		isClosed: closed !== undefined,
		comment,
		isAdded: separator === ','
	};
	// What goes for the days that no rule names can only be words.
	return separator === '||' && !isRemark(rule) ? null : rule;
}

function endsTheSameDay({ from, to }: TimeRange): boolean {
	return from < to && to <= '24:00';
}

function daysOf(list: string): number[] {
	const days = new Set<number>();
	for (const part of list.split(',')) {
		const [first = 0, last = first] = part
			.trim()
			.split('-')
			.map((code) => DAYS.indexOf(code));
		if (first === PUBLIC_HOLIDAYS) days.add(first);
		else for (let step = 0; step <= (last - first + 7) % 7; step++) days.add((first + step) % 7);
	}
	return [...days];
}

/** @param start of the period that it ends, which gives what "Dec 24-26" leaves out */
function dateOf(text: string, start?: RuleDate): RuleDate {
	const parts = text.split(' ');
	const [day = '', month, year] = parts.toReversed();
	return {
		year: year === undefined ? (start?.year ?? null) : Number(year),
		month: month === undefined ? (start?.month ?? 0) : MONTHS.indexOf(month),
		day: Number(day)
	};
}
