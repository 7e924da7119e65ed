/** An address typed in the desk finder, looked up where it lies. */
import { readAddress } from '$lib/domain/place/addressText';
import { placeAsked, type AskedPlace, type PlaceChoice } from '$lib/domain/desk/deskPlace';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { geocodeFor, type GeocodeHit } from './index.server';

export interface AddressAnswer {
	/** Where it is; null when nobody knows, or when it is for the reader to choose. */
	from: AskedPlace | null;
	/** Other places that it may mean. */
	choices: PlaceChoice[];
	/** The house, only its street, or only its place. */
	by: 'house' | 'street' | 'place';
}

const MAX_CHOICES = 8;

/**
 * Never rejects: what no register knows falls back on its place.
 * @returns null for a text that is no address
 */
export async function addressAsked(
	index: DirectoryIndex,
	text: string,
	clientAddress: () => string,
	signal: AbortSignal
): Promise<AddressAnswer | null> {
	if (!isAddress(index, text)) return null;
	const hits = await geocodeFor(clientAddress, text, signal);
	const [first] = hits;
	if (!first) return null;
	// A name alone that no register knows as a street is for the search of places, which knows how to ask back.
	if (first.source === 'place' && !hasParts(text)) return null;
	if (first.source === 'place')
		return { from: placeOf(index, first), choices: placeAsked(index, text).choices, by: 'place' };
	const exact = hits.filter(({ precise }) => precise);
	const candidates = exact.length > 0 ? exact : hits;
	const by = exact.length > 0 ? 'house' : 'street';
	if (candidates.length === 1) return { from: placeOf(index, first), choices: [], by };
	return { from: null, choices: candidates.slice(0, MAX_CHOICES).flatMap((hit) => choiceOf(index, hit)), by };
}

function isAddress(index: DirectoryIndex, text: string): boolean {
	if (readAddress(text).street === '') return false;
	const { asked, corrected, isWithin } = placeAsked(index, text);
	// "Halle, Zoersel" is a village with its municipality.
	if (asked && !corrected && !isWithin) return false;
	return hasParts(text) || asked === null;
}

/** Whether it says more than one name: a number, a postcode or a place beside the street. */
function hasParts(text: string): boolean {
	const { houseNumber, postcode, place } = readAddress(text);
	return houseNumber !== null || postcode !== null || place !== null;
}

const entryOf = ({ byNisCode }: DirectoryIndex, { nisCode }: GeocodeHit) =>
	(nisCode === null ? undefined : byNisCode.get(nisCode)) ?? null;

function placeOf(index: DirectoryIndex, hit: GeocodeHit): AskedPlace {
	const { label, lon, lat, source } = hit;
	const by = source === 'place' ? 'place' : 'address';
	return { by, label, names: null, lon, lat, entry: entryOf(index, hit) };
}

function choiceOf(index: DirectoryIndex, hit: GeocodeHit): PlaceChoice[] {
	const entry = entryOf(index, hit);
	const { label } = hit;
	return entry ? [{ label, names: { nl: label, fr: null, en: null }, q: label, entry }] : [];
}
