import type { GovernmentChoice } from './governmentChoice';
import type { LocalGovernment } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import {
	findGovernments,
	governmentNamed,
	type GovernmentMatch
} from '$lib/domain/directory/governmentSearch';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { lineIn } from '$lib/base/form/form.server';
import { placeSearchOf } from './placeSearch.server';

const MOST_CHOICES = 8;
const LONGEST_TEXT = 100;

/** What somebody may mean, in the words of the page's language. */
export const governmentChoices = (index: DirectoryIndex, typed: string): GovernmentChoice[] =>
	matches(index, typed).map((match) => ({ value: match.government.name, label: labelOf(match) }));

const matches = (index: DirectoryIndex, typed: string): GovernmentMatch[] =>
	findGovernments(index, placeSearchOf(index), typed.slice(0, LONGEST_TEXT), MOST_CHOICES);

function labelOf({ government: { name }, matchedBy, matchedName }: GovernmentMatch): string {
	if (matchedBy === 'former') return m.accounts_government_formerly({ name, former: matchedName });
	if (matchedBy === 'place' || matchedBy === 'postcode') {
		return m.accounts_government_place({ name, place: matchedName });
	}
	return name;
}

interface GovernmentAnswer {
	/** What was typed, or chosen among proposals. */
	government: string;
	/** Chosen among those that were shown because what was typed named none… */
	governmentChoice: string;
	/** …which was this. */
	governmentAsked: string;
}

/** The local government that a form names, or those that it may mean. */
export function readGovernment(
	index: DirectoryIndex,
	{ government, governmentChoice, governmentAsked }: GovernmentAnswer
): { government: LocalGovernment } | { choices: GovernmentChoice[] } {
	// Whoever typed something else after the choice means that.
	const answer = governmentChoice !== '' && governmentAsked === government ? governmentChoice : government;
	const named = governmentNamed(index, answer);
	return named ? { government: named } : { choices: governmentChoices(index, government) };
}

export interface GovernmentRefusal {
	government: string;
	error: string;
	choices: GovernmentChoice[];
}

/** The same for a form that asks for nothing else. @returns what to answer, for a text that names none */
export function chosenGovernment(
	index: DirectoryIndex,
	data: FormData
): { government: LocalGovernment } | { refusal: GovernmentRefusal } {
	const answer = {
		government: lineIn(data, 'government'),
		governmentChoice: lineIn(data, 'governmentChoice'),
		governmentAsked: lineIn(data, 'governmentAsked')
	};
	const { government } = answer;
	if (government === '') {
		return { refusal: { government, error: m.accounts_government_missing(), choices: [] } };
	}
	const read = readGovernment(index, answer);
	if ('government' in read) return read;
	const error = read.choices.length > 0 ? m.accounts_government_choose() : m.accounts_government_unknown();
	return { refusal: { government, error, choices: read.choices } };
}

/**
 * The local government that an address names by slug, also by one of a municipality that merged.
 * @returns undefined when it names none; `former` is the name that is no more
 */
export function governmentOfAddress(
	index: DirectoryIndex,
	slug: string
): { name: string; former: string | undefined } | undefined {
	const named = governmentNamed(index, slug);
	if (named) return { name: named.name, former: undefined };
	const [first] = matches(index, slug);
	if (!first || (first.matchedBy !== 'former' && first.matchedBy !== 'municipality')) return undefined;
	return {
		name: first.government.name,
		former: first.matchedBy === 'former' ? first.matchedName : undefined
	};
}
