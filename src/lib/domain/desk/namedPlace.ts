import { slugOf } from '../text/slug.ts';

/**
 * Whether the name of a desk says already where it is: "Vrijwilligersloket Gent" needs no "in Gent" behind it.
 * @param places what that place is called, in any language
 */
export function saysWhere(name: string, places: readonly string[]): boolean {
	const words = `-${slugOf(name)}-`;
	return places.some((place) => place !== '' && words.includes(`-${slugOf(place)}-`));
}
