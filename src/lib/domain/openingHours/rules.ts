/** The part of OpenStreetMap's `opening_hours` syntax that desks use, as rules that can be put into words. */

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Stands among the days of a rule, after Monday (0) to Sunday (6). */
export const PUBLIC_HOLIDAYS = 7;

export interface MonthDay {
	/** 0 is January. */
	month: number;
	day: number;
}

export interface HoursRule {
	/** In the order of the week, from the first day after a gap; empty when the rule is for `dates`. */
	days: number[];
	/** `to` is null for a single day. */
	dates: { from: MonthDay; to: MonthDay | null } | null;
	/** "HH:MM" as written; empty and no comment = closed. */
	times: { from: string; to: string }[];
	comment: string | null;
}

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)';
const DAY_LIST = `${DAY}(?:-${DAY})?(?:\\s*,\\s*${DAY}(?:-${DAY})?)*`;
const DATE = `(?:${MONTHS.join('|')}) \\d{1,2}`;
const TIME_RANGE = '\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}';
const RULE = new RegExp(
	`^(?:(?<days>${DAY_LIST})(?:\\s+|$)|(?<from>${DATE})(?:\\s*-\\s*(?<to>${DATE}))?(?:\\s+|$))?` +
		`(?:(?<times>${TIME_RANGE}(?:\\s*,\\s*${TIME_RANGE})*)(?:\\s+open)?|(?<closed>off|closed))?` +
		'\\s*(?:"(?<comment>[^"]+)")?$'
);

/**
 * Rules in the order written. As the syntax has it, a later rule takes its days away from the earlier ones.
 * @param value valid `opening_hours` syntax
 * @returns null when it says more than these rules can hold
 */
export function parseOpeningHours(value: string): HoursRule[] | null {
	const rules: HoursRule[] = [];
	for (const text of value.match(/(?:"[^"]*"|[^;"])+/g) ?? []) {
		if (text.trim() === '') continue;
		const rule = parseRule(text.trim());
		if (!rule) return null;
		// A rule for days of the week also goes for the dates named before it, which its line would not tell.
		if (!rule.dates && rules.some(({ dates }) => dates)) return null;
		// A remark alone is meant beside the hours.
		if (rule.times.length > 0 || rule.comment === null) {
			for (const earlier of rules) earlier.days = earlier.days.filter((day) => !rule.days.includes(day));
		}
		rules.push(rule);
	}
	const left = rules.filter(({ days, dates }) => dates || days.length > 0);
	return left.length > 0 ? left : null;
}

function parseRule(text: string): HoursRule | null {
	const parts = RULE.exec(text)?.groups;
	if (!parts) return null;
	const { from, to, closed, comment = null } = parts;
	const times = (parts.times ?? '').match(new RegExp(TIME_RANGE, 'g')) ?? [];
	if (times.length === 0 && !closed && comment === null) return null;
	// "off" with a comment is closed for a reason, and hours past midnight end on another day.
	if ((closed && comment !== null) || times.some((range) => !endsTheSameDay(range))) return null;
	return {
		days: from ? [] : daysOf(parts.days ?? 'Mo-Su'),
		dates: from ? { from: monthDay(from), to: to ? monthDay(to) : null } : null,
		times: times.map((range) => {
			const [start = '', end = ''] = range.split('-');
			return { from: start, to: end };
		}),
		comment
	};
}

function endsTheSameDay(range: string): boolean {
	const [start = 0, end = 0] = range.split('-').map((time) => Number(time.replace(':', '')));
	return start < end && end <= 2400;
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

function monthDay(text: string): MonthDay {
	const [month = '', day = ''] = text.split(' ');
	return { month: MONTHS.indexOf(month), day: Number(day) };
}
