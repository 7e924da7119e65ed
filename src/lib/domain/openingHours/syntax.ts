/**
 * OpenStreetMap's `opening_hours` syntax, as far as desks need it, as rules that can be put into words. What is written any other
 * way (days in Dutch, "9u", a missing separator) is no rule here, however well a library guesses at it.
 * Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */

export const DAY_CODES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
export const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** From `from` to `to`, both included, each `step`-th. */
export interface Span {
	from: number;
	/** Infinity for "2026+". */
	to: number;
	step: number;
}

/** A day of the year, or a whole month where neither a day nor a weekday is said. */
export interface DatePoint {
	/** Null for every year. */
	year: number | null;
	/** 0 is January; null is Easter Sunday. */
	month: number | null;
	day: number | null;
	/** The `n`-th Monday (0) of the month; -1 is the last one. */
	weekday: { day: number; n: number } | null;
	/** In days. */
	offset: number;
}

export interface DateSpan {
	from: DatePoint;
	/** Null for one day, or one month. */
	to: DatePoint | null;
}

export interface WeekdayChoice {
	/** 0 is Monday. */
	day: number;
	/** Which ones of the month, -1 is the last one; empty for each. */
	nth: number[];
}

export interface TimeSpan {
	/** "HH:MM" */
	from: string;
	/** Earlier than `from` when it is past midnight; null when nobody knows. */
	to: string | null;
	/** "09:00-17:00+": at least until then. */
	orLater: boolean;
}

export interface SyntaxRule {
	years: Span[];
	dates: DateSpan[];
	/** As ISO 8601 numbers them. */
	weeks: Span[];
	weekdays: WeekdayChoice[];
	/** Days from a public holiday: 0 is the day itself, -1 the day before; empty when they are not named. */
	holidays: number[];
	/** Holidays that fall on one of the weekdays, and not either of the two. */
	onBoth: boolean;
	/** Empty for the whole day. */
	times: TimeSpan[];
	kind: 'open' | 'closed' | 'unknown';
	/** "open" is written, which also turns words alone into hours. */
	saysOpen: boolean;
	comment: string | null;
	/** What stands before it: ";" replaces what earlier rules say of its days, "," adds to that, "||" goes where none says anything. */
	joint: ';' | ',' | '||';
	/** As it is written, without what joins it. */
	text: string;
}

const DAY = `(?:${DAY_CODES.join('|')})`;
const MONTH = `(?:${MONTHS.join('|')})`;
const OFFSET = '(?: ([+-]\\d{1,3}) days?)?';
/** A word ends where no letter or number goes on. */
const END = '(?!\\w|:\\d)';
const CLOCK = '(\\d{1,2}:\\d{2})';
const NTH = '-?[1-5](?:-[1-5])?';

const PATTERNS = {
	space: /\s*/y,
	always: new RegExp(`24/7${END}`, 'y'),
	year: new RegExp(`(\\d{4})(?:\\s*-\\s*(\\d{4})(?:/(\\d+))?|(\\+))?${END}(?!\\s+(?:${MONTH}|easter))`, 'y'),
	easter: new RegExp(`(?:(\\d{4}) )?easter${OFFSET}${END}`, 'y'),
	weekdayOfMonth: new RegExp(`(?:(\\d{4}) )?(${MONTH}) (${DAY})\\[(-?[1-5])\\]${OFFSET}`, 'y'),
	date: new RegExp(`(?:(\\d{4}) )?(${MONTH})(?: (\\d{1,2})(?!\\d|:\\d))?${END}`, 'y'),
	dayOnly: /(\d{1,2})(?!\d|:\d)/y,
	week: /week\s+/iy,
	weekSpan: /(\d{1,2})(?:\s*-\s*(\d{1,2})(?:\/(\d{1,2}))?)?(?!\d|:\d)/y,
	holiday: new RegExp(`PH${OFFSET}${END}`, 'y'),
	weekday: new RegExp(`(${DAY})(?:\\s*-\\s*(${DAY})|\\[(${NTH}(?:\\s*,\\s*${NTH})*)\\])?${END}`, 'y'),
	time: new RegExp(`${CLOCK}(?:\\s*-\\s*${CLOCK}(\\+)?|(\\+))`, 'y'),
	kind: new RegExp(`(open|off|closed|unknown)${END}`, 'y'),
	comment: /"([^"]*)"/y,
	comma: /\s*,\s*/y,
	dash: /\s*-\s*/y,
	colon: /\s*:(?=\s)/y,
	joint: /\s*(;|\|\||,)\s*/y
};

/**
 * The rules in the order written.
 * @param value as stored
 * @returns null when it is not this syntax, or says more than these rules can hold
 */
export function parseSyntax(value: string): SyntaxRule[] | null {
	const scan = scanner(value.trim());
	const rules: SyntaxRule[] = [];
	let joint: SyntaxRule['joint'] = ';';
	while (!scan.isAtEnd()) {
		const rule = scan.rule(joint);
		if (rule) rules.push(rule);
		// Between two semicolons there may be nothing.
		else if (joint !== ';') return null;
		if (scan.isAtEnd()) break;
		const next = scan.eat('joint')?.[1];
		if (next !== ';' && next !== ',' && next !== '||') return null;
		joint = next;
		if (scan.isAtEnd() && joint !== ';') return null;
	}
	return rules.length > 0 ? rules : null;
}

/** Reads from where it stands; what does not fit leaves it there. */
function scanner(text: string) {
	let at = 0;

	function eat(name: keyof typeof PATTERNS): RegExpExecArray | null {
		const pattern = PATTERNS[name];
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found) at = pattern.lastIndex;
		return found;
	}

	/** One and more of it, with commas between; a comma that something else follows is left. */
	function list<Item>(one: () => Item | null): Item[] {
		const items: Item[] = [];
		for (;;) {
			const before = at;
			if (items.length > 0 && !eat('comma')) return items;
			const item = one();
			if (item === null) {
				at = before;
				return items;
			}
			items.push(item);
		}
	}

	const spaced = <Item>(items: Item[]): Item[] => {
		eat('space');
		return items;
	};

	function yearSpan(): Span | null {
		const found = eat('year');
		if (!found) return null;
		const [, from = '', to, step, andOn] = found;
		return { from: Number(from), to: andOn ? Infinity : Number(to ?? from), step: Number(step ?? 1) };
	}

	function weekSpan(): Span | null {
		const found = eat('weekSpan');
		if (!found) return null;
		const [, from = '', to, step] = found;
		return { from: Number(from), to: Number(to ?? from), step: Number(step ?? 1) };
	}

	/** @param previous in the list; @param start of the period that it would end */
	function datePoint(previous: DatePoint | null, start: DatePoint | null = null): DatePoint | null {
		const none = { year: null, month: null, day: null, weekday: null, offset: 0 };
		const before = at;
		const nth = eat('weekdayOfMonth');
		if (nth) {
			const [, year, month = '', day = '', n, offset] = nth;
			const weekday = { day: DAY_CODES.indexOf(day), n: Number(n) };
			// "Jul-Aug Th[-1]" are the last Thursdays of two months.
			const isOfPeriod = start ? start.weekday !== null : /^\s*-/.test(text.slice(at));
			const point = { ...none, month: MONTHS.indexOf(month), weekday, offset: Number(offset ?? 0) };
			if (isOfPeriod) return { ...point, year: year ? Number(year) : (previous?.year ?? null) };
			// "Jul Sa[1]": the first Saturday, in July.
			at = before;
		}
		const easter = eat('easter');
		if (easter) {
			const [, year, offset] = easter;
			return {
				...none,
				year: year ? Number(year) : (previous?.year ?? null),
				offset: Number(offset ?? 0)
			};
		}
		const date = eat('date');
		if (date) {
			const [, year, month = '', day] = date;
			return {
				...none,
				year: year ? Number(year) : (previous?.year ?? null),
				month: MONTHS.indexOf(month),
				day: day ? Number(day) : null
			};
		}
		// "Dec 24-26" and "Dec 24,26".
		const day = previous && previous.day !== null ? eat('dayOnly') : null;
		return previous && day ? { ...previous, day: Number(day[1]) } : null;
	}

	function dateSpans(): DateSpan[] {
		let last: DatePoint | null = null;
		return list(() => {
			const from = datePoint(last);
			if (!from) return null;
			const before = at;
			const to = eat('dash') ? datePoint(from, from) : null;
			// The library ends a period "-easter +1 day" a day too early.
			const isReckoned = to?.month !== null || to.offset === 0;
			if (!to || !isReckoned) at = before;
			last = to ?? from;
			return { from, to: isReckoned ? to : null };
		});
	}

	function daySpan(): WeekdayChoice[] | { offset: number } | null {
		const holiday = eat('holiday');
		if (holiday) return { offset: Number(holiday[1] ?? 0) };
		const found = eat('weekday');
		if (!found) return null;
		const [, first = '', last, nth] = found;
		const from = DAY_CODES.indexOf(first);
		const length = last === undefined ? 0 : (DAY_CODES.indexOf(last) - from + 7) % 7;
		return Array.from({ length: length + 1 }, (_, i) => ({
			day: (from + i) % 7,
			nth: (nth?.split(',') ?? []).flatMap(numbersOf)
		}));
	}

	function timeSpan(): TimeSpan | null {
		const found = eat('time');
		if (!found) return null;
		const [, from = '', to, orLater, andOn] = found;
		return {
			from: from.padStart(5, '0'),
			to: andOn ? null : (to ?? '').padStart(5, '0'),
			orLater: orLater !== undefined
		};
	}

	/** @returns null when nothing stands there */
	function rule(joint: SyntaxRule['joint']): SyntaxRule | null {
		const start = at;
		const isAlways = spaced([eat('always')])[0] !== null;
		const years = spaced(list(yearSpan));
		const dates = spaced(dateSpans());
		const weeks = eat('week') ? list(weekSpan) : [];
		eat('colon');
		eat('space');
		const first = spaced(list(daySpan));
		// "PH Mo-Fr": without a comma it is a holiday on one of these days.
		const onlyHolidays = first.length > 0 && first.every((day) => !Array.isArray(day));
		const second = onlyHolidays ? spaced(list(daySpan)) : [];
		const days = [...first, ...second];
		const times = spaced(list(timeSpan));
		const word = eat('kind')?.[1];
		eat('space');
		const comment = eat('comment')?.[1]?.trim() ?? null;
		if (at === start) return null;
		return {
			years,
			dates,
			weeks,
			weekdays: days.flatMap((day) => (Array.isArray(day) ? day : [])),
			holidays: days.flatMap((day) => (Array.isArray(day) ? [] : [day.offset])),
			onBoth: second.length > 0,
			times: isAlways ? [{ from: '00:00', to: '24:00', orLater: false }] : times,
			kind: word === 'off' || word === 'closed' ? 'closed' : word === 'unknown' ? 'unknown' : 'open',
			saysOpen: word === 'open',
			comment: comment === '' ? null : comment,
			joint,
			text: text.slice(start, at).trim()
		};
	}

	return { eat, rule, isAtEnd: () => at >= text.length };
}

function numbersOf(span: string): number[] {
	const [, from = '', to = from] = /^\s*(-?\d)(?:-(\d))?\s*$/.exec(span) ?? [];
	return Array.from({ length: Math.max(1, Number(to) - Number(from) + 1) }, (_, i) => Number(from) + i);
}

/** Words for every day, beside the hours. */
export const isRemark = (rule: SyntaxRule): boolean =>
	rule.comment !== null &&
	rule.kind === 'open' &&
	!rule.saysOpen &&
	rule.times.length === 0 &&
	!isNarrowed(rule);

/** It names days, and does not go for every day. */
export const isNarrowed = ({ years, dates, weeks, weekdays, holidays }: SyntaxRule): boolean =>
	[years, dates, weeks, weekdays, holidays].some((named) => named.length > 0);
