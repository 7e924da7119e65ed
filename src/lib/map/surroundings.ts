/** What somebody finds their bearings by near a place. */
export interface Near {
	name: string;
	/** As the crow flies. */
	metres: number;
}

/** null where there is none so near that anybody would go by it. */
export interface Surroundings {
	station: Near | null;
	/** By its number. */
	road: Near | null;
	/** The sea has no name of its own here; a canal is what its name calls so. */
	water: (Near & { kind: 'river' | 'canal' | 'sea' }) | null;
}
