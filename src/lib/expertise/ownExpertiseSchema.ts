import * as v from 'valibot';
import { DIRECTIONS, LONGEST_NOTE, type Direction, type Expertise } from '$lib/domain/colleague/expertise';
import { characters, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { formatNumber } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { FormProblem } from '$lib/base/form/outcome';

/** What somebody chose for a theme; empty for neither. */
export type Choice = Direction | '';
export const CHOICES: readonly Choice[] = ['', ...DIRECTIONS];

/** The names of the two fields of a theme, also their ids. */
export const choiceField = (slug: string) => `keuze_${slug}`;
export const noteField = (slug: string) => `zin_${slug}`;

/** By the names of the fields. */
export type OwnExpertiseForm = Record<string, string>;

const choice = v.optional(v.picklist(CHOICES, m.expertise_own_choice_invalid), '');

const noteLong = ({ input }: { input: string }) =>
	m.expertise_own_note_long({
		limit: formatNumber(LONGEST_NOTE),
		over: formatNumber(characters(input) - LONGEST_NOTE)
	});

const note = v.pipe(
	v.optional(v.string(), ''),
	v.check((text) => isWithinReach(text, LONGEST_NOTE), noteLong),
	v.transform(onOneLine),
	v.check((text) => characters(text) <= LONGEST_NOTE, noteLong)
);

/** What people say about each of these themes. Messages are functions: each person reads their language. */
export const ownExpertiseSchema = (slugs: readonly string[]) =>
	v.object(
		Object.fromEntries(
			slugs.flatMap((slug): [string, typeof choice | typeof note][] => [
				[choiceField(slug), choice],
				[noteField(slug), note]
			])
		)
	);

export function formOfExpertise(slugs: readonly string[], expertise: readonly Expertise[]): OwnExpertiseForm {
	const byTopic = new Map(expertise.map((one) => [one.topic, one]));
	return Object.fromEntries(
		slugs.flatMap((slug) => [
			[choiceField(slug), byTopic.get(slug)?.direction ?? ''],
			[noteField(slug), byTopic.get(slug)?.note ?? '']
		])
	);
}

/** Only themes with a choice: a sentence that was left behind at "neither" goes. */
export const expertiseOfForm = (slugs: readonly string[], form: OwnExpertiseForm): Expertise[] =>
	slugs.flatMap((topic) => {
		const direction = DIRECTIONS.find((one) => one === form[choiceField(topic)]);
		return direction ? [{ topic, direction, note: form[noteField(topic)] || null }] : [];
	});

/** How saving went, other than in the fields themselves. */
export type OwnExpertiseOutcome =
	| FormProblem
	| { kind: 'saved'; sought: string[] }
	/** An administrator changed the list of themes since it was looked at. */
	| { kind: 'outdated' };
