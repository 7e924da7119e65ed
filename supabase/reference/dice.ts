import { createHash } from 'node:crypto';

/**
 * Chance that always falls the same way: every throw depends only on what it is for, so adding or removing one example
 * leaves the others as they are.
 */
export interface Dice {
	/** In [0, 1). */
	fraction(purpose: string): number;
	pick<T>(purpose: string, options: readonly [T, ...T[]]): T;
	shuffle<T>(purpose: string, items: readonly T[], keyOf: (item: T) => string): T[];
}

export function dice(seed: string): Dice {
	const fraction = (purpose: string) =>
		createHash('sha256').update(`${seed}/${purpose}`).digest().readUInt32BE() / 2 ** 32;
	return {
		fraction,
		pick: (purpose, options) => options[Math.floor(fraction(purpose) * options.length)] ?? options[0],
		shuffle: (purpose, items, keyOf) =>
			items
				.map((item) => ({ item, place: fraction(`${purpose}/${keyOf(item)}`) }))
				.sort((a, b) => a.place - b.place)
				.map(({ item }) => item)
	};
}
