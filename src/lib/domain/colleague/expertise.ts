/** Themes of expertise, and what a person does with one. Types, lists and names; the list itself is in the database. */
import type { Locale } from '../directory/directory.ts';

/** Can offer it, or looks for it. */
export const DIRECTIONS = ['offered', 'sought'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface Topic {
	id: string;
	/** Stands in addresses; stays when the theme is renamed. */
	slug: string;
	name: Record<Locale, string>;
}

/** What somebody offers or seeks, as the person wrote it. */
export interface Expertise {
	/** Slug of the theme. */
	topic: string;
	direction: Direction;
	/** One sentence, or nothing. */
	note: string | null;
}

/** Characters of the sentence, the same number as the constraint of `profile_expertise` in the database. */
export const LONGEST_NOTE = 300;

/** By name, as that language sorts. */
export const sortedTopics = (topics: readonly Topic[], locale: Locale): Topic[] =>
	topics.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale], locale));

/** The name of a theme by its slug; the slug itself for a theme that is not in the list. */
export const topicName = (topics: readonly Topic[], slug: string, locale: Locale): string =>
	topics.find((topic) => topic.slug === slug)?.name[locale] ?? slug;
