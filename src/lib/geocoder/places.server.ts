/** What is known here about where an address is: its place, and the municipalities that it can be in. */
import type { AddressText } from '$lib/domain/place/addressText';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { placeSearchOf } from '$lib/directory/placeSearch.server';

export interface PlaceHit {
	label: string;
	lon: number;
	lat: number;
	nisCode: string;
}

const MAX_HITS = 5;

/**
 * NIS codes of the municipalities that somebody means with this postcode and place.
 * @returns an empty set where neither was said, or neither is known
 */
export function statedMunicipalities(
	index: DirectoryIndex,
	{ postcode, place }: Pick<AddressText, 'postcode' | 'place'>
): ReadonlySet<string> {
	const ofPostcode = new Set(
		index.directory.postalCodes.filter((row) => row.postcode === postcode).map(({ nisCode }) => nisCode)
	);
	const ofPlace = place ? municipalitiesCalled(index, place) : new Set<string>();
	const ofBoth = ofPostcode.intersection(ofPlace);
	if (ofBoth.size > 0) return ofBoth;
	return ofPostcode.size > 0 ? ofPostcode : ofPlace;
}

/** NIS codes of the municipalities that have this name, or a place of this name; otherwise of the one most like it. */
export function municipalitiesCalled(index: DirectoryIndex, name: string): Set<string> {
	const { matches } = placeSearchOf(index).find(name);
	const exact = matches.filter(({ reading }) => reading === 'name');
	return new Set((exact.length > 0 ? exact : matches.slice(0, 1)).map(({ nisCode }) => nisCode));
}

/** The places of an address, best first: where somebody is sent who cannot be sent to the house itself. */
export function placesOf(index: DirectoryIndex, address: AddressText, whole: string): PlaceHit[] {
	const { postcode, place } = address;
	const stated = [postcode, place].filter(Boolean).join(' ');
	const { matches } = placeSearchOf(index).find(stated || whole);
	return matches.slice(0, MAX_HITS).flatMap(({ nisCode, label, place: { at } }) => {
		const municipality = index.byNisCode.get(nisCode)?.municipality;
		if (!municipality) return [];
		const { lon, lat } = at ?? municipality;
		return [{ label, lon, lat, nisCode }];
	});
}
