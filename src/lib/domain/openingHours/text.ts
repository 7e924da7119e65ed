/** Opening hours as lines a person can read, in words only: whatever is stored and can be judged is said whole. */
import type { Locale } from '../directory/directory.ts';
import { isOnlyOnAppointment } from './appointment.ts';
import { DAY, wallTime } from './brusselsTime.ts';
import { listed } from './formats.ts';
import { isOver, whollyReplaced } from './ruleDays.ts';
import { PUBLIC_HOLIDAYS, type HoursRule } from './rules.ts';
import type { SyntaxRule } from './syntax.ts';
import { meaningOf, replaces, type Meaning } from './meaning.ts';
import { readHours } from './timeline.ts';
import { whenOf } from './when.ts';
import { timeSpan, WORDS, type Words } from './words.ts';

/**
 * One line a rule: "maandag tot vrijdag: 9 tot 12 uur en 13.30 tot 16.30 uur". What later rules take away is not said.
 * @param now what is past by then is left out; without it everything is told
 * @returns null when the value is not valid `opening_hours` syntax
 */
export function openingHoursLines(value: string, locale: Locale, now?: Date): string[] | null {
	const meaning = meaningOf(value);
	// The words say nothing of what cannot be judged: then nobody knows the hours.
	if (!meaning || !readHours(value)) return null;
	const words = WORDS[locale];
	const today = now && Math.floor(wallTime(now.getTime()) / DAY);
	const { rules, told } = rulesToTell(meaning, today);
	return [
		...told.map((rule) => lineOf(rule, rules, words)),
		...meaning.remarks.map((remark) => inWords(remark, words))
	];
}

interface Told {
	/** That are not over. */
	rules: SyntaxRule[];
	/** What is left of them. */
	told: SyntaxRule[];
}

/** Of a day, for looking through the years takes time. */
const toldOn = new WeakMap<Meaning, { today: number | undefined; told: Told }>();

function rulesToTell(meaning: Meaning, today: number | undefined): Told {
	const known = toldOn.get(meaning);
	if (known && known.today === today) return known.told;
	const rules = meaning.rules.filter((rule) => today === undefined || !isOver(rule, today));
	const told = { rules, told: withoutWhatIsReplaced(rules) };
	toldOn.set(meaning, { today, told });
	return told;
}

/** The line of one rule for days of the week. */
export function weeklyLine(rule: HoursRule, locale: Locale): string {
	const { days, times, comment, isClosed } = rule;
	const written: SyntaxRule = {
		years: [],
		dates: [],
		weeks: [],
		weekdays: days.filter((day) => day !== PUBLIC_HOLIDAYS).map((day) => ({ day, nth: [] })),
		holidays: days.includes(PUBLIC_HOLIDAYS) ? [0] : [],
		onBoth: false,
		times: times.map((range) => ({ ...range, orLater: false })),
		kind: isClosed ? 'closed' : 'open',
		saysOpen: false,
		comment,
		joint: ';',
		text: ''
	};
	return lineOf(written, [], WORDS[locale]);
}

/** As the syntax has it, a later rule takes its days away from the earlier ones. */
function withoutWhatIsReplaced(rules: readonly SyntaxRule[]): SyntaxRule[] {
	return rules.flatMap((rule, i) => {
		const later = rules.slice(i + 1).filter(replaces);
		if (whollyReplaced(rule, later)) return [];
		if (!isWeekly(rule)) return [rule];
		const taken = later.filter(isWeekly);
		const all = rule.weekdays.length + rule.holidays.length === 0 ? everyDay() : rule.weekdays;
		const weekdays = all.filter(({ day }) => !taken.some((other) => isOfDay(other, day)));
		const holidays = rule.holidays.filter((day) => !taken.some((other) => other.holidays.includes(day)));
		return weekdays.length === all.length && holidays.length === rule.holidays.length
			? [rule]
			: [{ ...rule, weekdays, holidays }];
	});
}

const everyDay = () => Array.from({ length: 7 }, (_, day) => ({ day, nth: [] }));

const isOfDay = ({ weekdays, holidays }: SyntaxRule, day: number): boolean =>
	weekdays.some((choice) => choice.day === day) || weekdays.length + holidays.length === 0;

/** It names days of the week and holidays, and nothing narrower. */
const isWeekly = ({ years, dates, weeks, weekdays, onBoth }: SyntaxRule): boolean =>
	!onBoth &&
	[years, dates, weeks].every((named) => named.length === 0) &&
	weekdays.every(({ nth }) => nth.length === 0);

function lineOf(rule: SyntaxRule, rules: readonly SyntaxRule[], words: Words): string {
	const when = whenOf(rule, words);
	const what = whatOf(rule, words);
	if (isAlways(rule) && when === '') return [words.always, what].filter(Boolean).join(', ');
	const line = (when || words.everyDay) + words.colon + what;
	// A period whose days of the week come after it, and go first.
	const over = isWeekly(rule)
		? undefined
		: rules
				.slice(rules.findIndex(({ text }) => text === rule.text) + 1)
				.find(
					(later) => replaces(later) && isWeekly(later) && later.kind === 'open' && later.weekdays.length > 0
				);
	const told = over ? `${line} (${words.except(whenOf(over, words))})` : line;
	return rule.joint === '||' ? words.otherwise + words.colon + told : told;
}

const isAlways = ({ times: [first, ...more], kind }: SyntaxRule): boolean =>
	kind === 'open' && more.length === 0 && first?.from === '00:00' && first.to === '24:00';

function whatOf(rule: SyntaxRule, words: Words): string {
	const comment = rule.comment === null ? null : inWords(rule.comment, words);
	const whole = isAlways(rule) || (rule.times.length === 0 && (comment === null || rule.saysOpen));
	const times = listed(
		rule.times.map((span) => timeSpan(span, words)),
		words.tag
	);
	if (rule.kind === 'closed') {
		return (
			(rule.times.length > 0 ? words.closedFor(times) : words.closed) +
			(comment === null ? '' : ` (${comment})`)
		);
	}
	const isWholeWeek = whenOf(rule, words) === '';
	const hours = !whole ? times : isWholeWeek ? '' : rule.kind === 'unknown' ? '' : words.wholeDay;
	const unsure = rule.kind === 'unknown' && comment === null ? words.notSure : '';
	const isAddedToUsual = rule.joint === ',' && !isWeekly(rule) && times !== '';
	return [isAddedToUsual ? words.also(hours) : hours, unsure, comment].filter(Boolean).join(', ');
}

const inWords = (comment: string, words: Words): string =>
	isOnlyOnAppointment(comment) ? words.onAppointment : comment;
