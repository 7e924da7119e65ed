/** A colleague as members see one: what the person chose to show, and nothing else. */
import type { Position } from '$lib/domain/account/account';
import type { DirectionWord, DistanceKm, PositionWord } from '$lib/domain/colleague/colleagueQuery';
import type { LocalGovernmentKind, ProvinceSlug } from '$lib/domain/directory/directory';
import type { Expertise } from '$lib/domain/colleague/expertise';
import type { SizeClass } from '$lib/domain/directory/sizeClass';

export interface Employer {
	/** Of the gemeente or OCMW. */
	name: string;
	/** Of its municipality. */
	nisCode: string;
	slug: string;
}

export interface Colleague {
	id: string;
	fullName: string;
	position: Position;
	jobTitle: string | null;
	/** E.164 */
	phone: string | null;
	bio: string | null;
	/** Null when the directory does not know it. */
	employer: Employer | null;
	expertise: Expertise[];
	/** Whether this person takes messages from who is looking. */
	mayWrite: boolean;
}

/** In a list that was made from somewhere. */
export interface FoundColleague extends Colleague {
	/** From the municipality of who asks; null for who works for none. */
	metres: number | null;
}

/** How many people each choice would leave, given the text and every other filter. */
export interface ColleagueFacets {
	/** By slug; a theme that is not in it has none. */
	thema: Record<string, number>;
	richting: Record<DirectionWord, number>;
	provincie: Record<ProvinceSlug, number>;
	soort: Record<LocalGovernmentKind, number>;
	functie: Record<PositionWord, number>;
	grootte: Record<SizeClass, number>;
	afstand: Record<DistanceKm, number>;
}

export interface ColleagueResult {
	/** On all pages. */
	total: number;
	/** The page shown, 1-based: the last one when a later one was asked for. */
	page: number;
	pageCount: number;
	items: FoundColleague[];
	facets: ColleagueFacets;
	/** How many of them work where, by NIS code; also outside the municipality that was chosen. */
	places: Record<string, number>;
}
