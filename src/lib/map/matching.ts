/**
 * What changes on the map when the result of a search changes: the municipalities that fade, and those that come back.
 * Null stands for "no search": every municipality matches.
 */
export function matchingChanges(
	all: readonly string[],
	before: readonly string[] | null,
	after: readonly string[] | null
): { nisCode: string; faded: boolean }[] {
	const shownBefore = before && new Set(before);
	const shownAfter = after && new Set(after);
	return all.flatMap((nisCode) => {
		const wasFaded = shownBefore !== null && !shownBefore.has(nisCode);
		const faded = shownAfter !== null && !shownAfter.has(nisCode);
		return faded === wasFaded ? [] : [{ nisCode, faded }];
	});
}

/** A search that leaves this few municipalities is about a place rather than about a kind of government. */
const FEW = 12;

export const isFew = (found: readonly string[]): boolean => found.length > 0 && found.length <= FEW;

/**
 * Whether the map should move to the result by itself. Only when a search was narrowed to a handful: then the result may
 * be a few pixels in a corner. A facet that leaves half of Flanders must not move the map from under the reader, and
 * clearing a search leaves the view where it is; the buttons are for those.
 */
export function shouldFollow(before: readonly string[] | null, after: readonly string[] | null): boolean {
	if (after === null || !isFew(after)) return false;
	return (
		before === null || before.length !== after.length || before.some((nisCode) => !after.includes(nisCode))
	);
}
