import { deskTraits, isLikelyDuplicate, type ComparableDesk, type DeskTraits } from './likelyDuplicate.ts';

/** Letters at the beginning and the end of a name: one typing error leaves one of both as it is. */
const END = 3;

/** Finds likely duplicates among many desks, without comparing each with each. */
export class DuplicateIndex<Desk> {
	readonly #candidates = new Map<string, { desk: Desk; traits: DeskTraits }[]>();

	add(governmentId: string, compared: ComparableDesk, desk: Desk): void {
		const traits = deskTraits(compared);
		for (const key of keysOf(governmentId, traits)) {
			const candidates = this.#candidates.get(key);
			if (candidates) candidates.push({ desk, traits });
			else this.#candidates.set(key, [{ desk, traits }]);
		}
	}

	/** The first desk of this government that is likely the same; undefined when none is. */
	find(governmentId: string, compared: ComparableDesk): Desk | undefined {
		const traits = deskTraits(compared);
		for (const key of keysOf(governmentId, traits)) {
			const found = this.#candidates.get(key)?.find((other) => isLikelyDuplicate(traits, other.traits));
			if (found) return found.desk;
		}
		return undefined;
	}
}

function keysOf(governmentId: string, { postcode, houseNumber, numbers, ownName }: DeskTraits): string[] {
	return [
		`house|${governmentId}|${postcode}|${houseNumber}`,
		`begin|${governmentId}|${numbers}|${ownName.slice(0, END)}`,
		`end|${governmentId}|${numbers}|${ownName.slice(-END)}`
	];
}
