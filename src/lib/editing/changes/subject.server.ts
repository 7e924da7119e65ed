/** A change or a version, beside what the public reads now: the same for a desk and for a government's page. */
import * as v from 'valibot';
import {
	DESK_PARTS,
	deskContent,
	GOVERNMENT_PARTS,
	governmentContent,
	type Parts,
	type Subject
} from '../content';
import { differenceOf, wordsOf, type DifferenceRow, type Overlap } from './difference';
import { merge } from './merge';

/** As stored; null for none. */
interface Versions {
	base: unknown;
	published: unknown;
	own: unknown;
}

export interface Proposal {
	/** What becomes public with it, against what is now. */
	rows: DifferenceRow[];
	/** Changed by both since the writer began: one of the two stays. */
	overlaps: Overlap[];
}

/** The columns of some parts, as they are stored. */
export const columnsOfParts = (subject: Subject, wanted: readonly string[]): string[] =>
	Object.entries(subject === 'desk' ? DESK_PARTS : GOVERNMENT_PARTS).flatMap(([part, columns]) =>
		wanted.includes(part) ? columns.map(String) : []
	);

/** What approving a change would do to what the public reads now. */
export const proposalOf = (subject: Subject, versions: Versions): Proposal =>
	subject === 'desk'
		? propose(DESK_PARTS, deskContent, versions)
		: propose(GOVERNMENT_PARTS, governmentContent, versions);

function propose<Content extends object>(
	parts: Parts<Content>,
	schema: v.GenericSchema<unknown, Content>,
	versions: Versions
): Proposal {
	const own = v.parse(schema, versions.own);
	if (versions.published === null) return { rows: differenceOf(parts, null, own), overlaps: [] };
	const published = v.parse(schema, versions.published);
	const base = versions.base === null ? null : v.parse(schema, versions.base);
	const { content, conflicts } = merge(parts, base, published, own);
	const overlaps = conflicts.flatMap((part) =>
		base
			? {
					part,
					base: wordsOf(part, base),
					now: wordsOf(part, published),
					proposed: wordsOf(part, own)
				}
			: []
	);
	return { rows: differenceOf(parts, published, content), overlaps };
}

/** Where two stored versions differ. @param before null for the first */
export const differenceBetween = (subject: Subject, before: unknown, after: unknown): DifferenceRow[] =>
	subject === 'desk'
		? differenceOf(
				DESK_PARTS,
				before === null ? null : v.parse(deskContent, before),
				v.parse(deskContent, after)
			)
		: differenceOf(
				GOVERNMENT_PARTS,
				before === null ? null : v.parse(governmentContent, before),
				v.parse(governmentContent, after)
			);
