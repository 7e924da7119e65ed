/** Mornings and afternoons, as people name them beside hours. */

/** In minutes since midnight, roughly: who says "voormiddag" means hours within these. */
export interface PartOfDay {
	from: number;
	to: number;
}

const hours = (from: number, to: number): PartOfDay => ({ from: from * 60, to: to * 60 });

export const MORNING = hours(0, 13);
/** To some until the evening. */
export const MIDDAY = hours(11, 19);
export const AFTERNOON = hours(12, 20);
export const EVENING = hours(16, 24);

/** Minutes; `to` is null where nobody knows it, and earlier than `from` past midnight. */
interface Hours {
	from: number;
	to: number | null;
}

/** A night ends after the evening. */
export const meets = ({ from, to }: Hours, part: PartOfDay): boolean =>
	from < part.to && (to === null || to < from || to > part.from);

export const liesIn = ({ from, to }: Hours, part: PartOfDay): boolean =>
	from >= part.from && (to ?? from) <= part.to;
