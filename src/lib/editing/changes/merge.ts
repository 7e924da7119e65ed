/** Two versions of one thing that started from the same: what is changed by whom, and what is changed by both. */
import { partsOf, type Part, type Parts } from '../content';

const sameValue = (one: unknown, other: unknown): boolean =>
	JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const same = <Content>(keys: readonly (keyof Content)[], one: Content, other: Content): boolean =>
	keys.every((key) => sameValue(one[key], other[key]));

/** The parts in which two versions differ. */
export const differingParts = <Content>(parts: Parts<Content>, one: Content, other: Content): Part[] =>
	partsOf(parts).filter((part) => !same(parts[part] ?? [], one, other));

/** The content with one part as another version has it. */
export function withPart<Content extends object>(
	parts: Parts<Content>,
	content: Content,
	part: Part,
	from: Content
): Content {
	const taken = { ...content };
	for (const key of parts[part] ?? []) taken[key] = from[key];
	return taken;
}

export interface Merged<Content> {
	/** What each of the two changed alone; of what both changed, what the writer wrote. */
	content: Content;
	/** Changed by both, and not to the same. */
	conflicts: Part[];
	/** Changed by the other alone. */
	taken: Part[];
}

/**
 * Puts what somebody wrote onto a version that was published meanwhile.
 * @param base what the writer started from; null when that is not known: then whatever differs was changed by both
 */
export function merge<Content extends object>(
	parts: Parts<Content>,
	base: Content | null,
	published: Content,
	own: Content
): Merged<Content> {
	const merged: Merged<Content> = { content: own, conflicts: [], taken: [] };
	for (const part of differingParts(parts, published, own)) {
		const keys = parts[part] ?? [];
		if (base && same(keys, base, own)) {
			merged.content = withPart(parts, merged.content, part, published);
			merged.taken.push(part);
		} else if (!base || !same(keys, base, published)) merged.conflicts.push(part);
	}
	return merged;
}
