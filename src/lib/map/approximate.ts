/** Radius of the area that stands for a place of which only the village is known: as far as a village goes, in metres. */
export const APPROXIMATE_METRES = 750;
