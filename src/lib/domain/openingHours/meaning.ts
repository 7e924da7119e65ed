/** What opening hours mean: one reading for the words, the calendar and whether a desk is open. */
import { LRUCache } from 'lru-cache';
import { isOnlyOnAppointment, ON_APPOINTMENT } from './appointment.ts';
import { calendarOf, isAbout, whollyReplaced } from './ruleDays.ts';
import { isNarrowed, isRemark, parseSyntax, type SyntaxRule } from './syntax.ts';

export interface Meaning {
	/** In the order in which a later one replaces an earlier one; without remarks. Empty when there are remarks and nothing else. */
	rules: SyntaxRule[];
	/** What is said beside the hours, for every day. */
	remarks: string[];
	/** They say when it is closed, and never when it is open; of other days they say nothing. */
	isOnlyClosures: boolean;
}

const meanings = new LRUCache<string, { meaning: Meaning | null }>({ max: 2_000 });

/**
 * @param value `opening_hours` syntax
 * @returns null when it is not that syntax; the same object for the same value
 */
export function meaningOf(value: string): Meaning | null {
	const known = meanings.get(value);
	if (known) return known.meaning;
	const written = parseSyntax(value);
	const rules = written && inOrderMeant(written.filter((rule) => !isRemark(rule)).map(closing));
	const meaning = rules && {
		rules,
		remarks: written.filter(isRemark).flatMap(({ comment }) => comment ?? []),
		isOnlyClosures: areOnlyClosures(rules)
	};
	meanings.set(value, { meaning });
	return meaning;
}

/** Who is closed every day has said it all. */
const areOnlyClosures = (rules: readonly SyntaxRule[]): boolean =>
	rules.length > 0 &&
	rules.every(({ kind }) => kind === 'closed') &&
	calendarOf(rules).some((day) => !rules.some((rule) => rule.times.length === 0 && isAbout(rule, day)));

/** As the syntax has it, for the library. */
export const writeRules = (rules: readonly SyntaxRule[]): string =>
	rules
		.map(({ joint, text }, i) => (i === 0 ? text : joint === '||' ? ` || ${text}` : `${joint} ${text}`))
		.join('');

/**
 * "PH off; Mo-Fr 09:00-12:00" is said by who is closed on holidays. By the letter the second rule takes them back, and the first
 * would be there for nothing: a closure that does nothing where it stands goes behind the hours that it was meant to close.
 */
function inOrderMeant(written: readonly SyntaxRule[]): SyntaxRule[] {
	const rules = [...written];
	for (const closure of written.filter(isClosure)) {
		const at = rules.indexOf(closure);
		const next = rules[at + 1];
		// With hours of its own added to it.
		if (next?.joint === ',') continue;
		const undoing = rules.findLastIndex(
			(rule, i) =>
				i > at &&
				replaces(rule) &&
				rule.kind !== 'closed' &&
				calendarOf([closure, rule]).some((day) => areAbout([closure, rule], day))
		);
		if (undoing < 0 || !isIdle(closure, rules)) continue;
		let end = undoing + 1;
		while (rules[end]?.joint === ',') end++;
		rules.splice(end, 0, { ...closure, joint: ';' });
		rules.splice(at, 1);
	}
	return rules;
}

/** ", PH off" adds nothing: it closes, as "; PH off" does. */
const closing = (rule: SyntaxRule): SyntaxRule =>
	rule.joint === ',' && isClosure({ ...rule, joint: ';' }) ? { ...rule, joint: ';' } : rule;

/** Of whole days. */
const isClosure = (rule: SyntaxRule): boolean =>
	rule.kind === 'closed' && rule.times.length === 0 && rule.joint !== '||' && isNarrowed(rule);

/** Takes its days away from the rules before it. */
export const replaces = (rule: SyntaxRule): boolean =>
	rule.joint === ';' && (rule.kind !== 'closed' || rule.times.length === 0);

const areAbout = (rules: readonly SyntaxRule[], day: number): boolean =>
	rules.every((rule) => isAbout(rule, day));

/** A closure without which nothing would be different. */
function isIdle(closure: SyntaxRule, rules: readonly SyntaxRule[]): boolean {
	const at = rules.indexOf(closure);
	return calendarOf(rules).every(
		(day) =>
			!isAbout(closure, day) ||
			rules.some((rule, i) => i > at && replaces(rule) && rule.kind !== 'closed' && isAbout(rule, day)) ||
			!rules.some((rule, i) => i < at && rule.kind !== 'closed' && isAbout(rule, day))
	);
}

/**
 * Of the hours that later rules take away altogether, the first: written by who meant to add something.
 * @returns what is lost, and the first rule that takes of it
 */
export function cancelledRule(rules: readonly SyntaxRule[]): { lost: SyntaxRule; by: SyntaxRule } | null {
	for (const [i, lost] of rules.entries()) {
		const later = rules.slice(i + 1).filter(replaces);
		const by = later.find((rule) => calendarOf([lost, rule]).some((day) => areAbout([lost, rule], day)));
		if (lost.kind !== 'closed' && by && whollyReplaced(lost, later)) return { lost, by };
	}
	return null;
}

/** Whether two values come to the same on every day, in other words or in another order. */
export function saysTheSame(one: string, other: string): boolean {
	const [a, b] = [meaningOf(one), meaningOf(other)];
	if (!a || !b) return a === b;
	if (a.remarks.join() !== b.remarks.join()) return false;
	return calendarOf([...a.rules, ...b.rules]).every((day) => saidOn(day, a.rules) === saidOn(day, b.rules));
}

function saidOn(day: number, rules: readonly SyntaxRule[]): string {
	let said: string[] = [];
	for (const rule of rules) {
		if (!isAbout(rule, day)) continue;
		if (replaces(rule)) said = [];
		const { kind, comment, times } = rule;
		const words = comment !== null && isOnlyOnAppointment(comment) ? ON_APPOINTMENT : (comment ?? '');
		if (kind === 'closed' && times.length === 0) said.push(...(words ? [words] : []));
		else if (times.length === 0) said.push(`${kind} ${words}`);
		else said.push(...times.map(({ from, to, orLater }) => `${kind} ${from} ${to} ${orLater} ${words}`));
	}
	return said.toSorted().join('|');
}
