/** Bytes of a file: from, up to and without to. */
export interface Range {
	from: number;
	to: number;
}

/** Part of what is wanted that may be read too much, so that there are fewer requests. */
const SPARE = 0.05;

/**
 * Joins what lies close together, the smallest gaps first, as long as what is read too much stays small.
 * @param wanted in the order of the file; none overlap
 * @param longest no range that is joined is longer, in bytes
 */
export function joined<One extends Range>(
	wanted: readonly One[],
	longest = Infinity
): { from: number; to: number; holds: One[] }[] {
	const gaps = wanted.slice(1).map(({ from }, i) => ({ before: i + 1, size: from - (wanted[i]?.to ?? 0) }));
	let spare = SPARE * wanted.reduce((sum, { from, to }) => sum + to - from, 0);
	const bridged = new Set<number>();
	for (const { before, size } of gaps.toSorted((a, b) => a.size - b.size)) {
		spare -= size;
		if (spare < 0) break;
		bridged.add(before);
	}
	const ranges: { from: number; to: number; holds: One[] }[] = [];
	wanted.forEach((one, i) => {
		const last = ranges.at(-1);
		if (last && bridged.has(i) && one.to - last.from <= longest) {
			last.to = one.to;
			last.holds.push(one);
		} else ranges.push({ from: one.from, to: one.to, holds: [one] });
	});
	return ranges;
}
