/** How far is near; apart from the search itself, which a page need not load. */

/** What is "near", in metres: half an hour by car, an hour by bus. */
export const NEAR_METRES = 25_000;
/** A desk of the own municipality beyond this is not near when one of another municipality is nearer. */
export const OWN_METRES = 10_000;
/** Nobody who is elsewhere is helped by desks beyond this. */
export const FAR_METRES = 100_000;
