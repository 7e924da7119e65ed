import type { DirectoryIndex } from '$lib/domain/directoryIndex';
import { createPlaceSearch, type PlaceSearch } from '$lib/domain/placeSearch';

const searches = new WeakMap<DirectoryIndex, PlaceSearch>();

/** The search over one version of the directory, made once for it and gone with it. */
export function placeSearchOf(index: DirectoryIndex): PlaceSearch {
	const known = searches.get(index);
	if (known) return known;
	const search = createPlaceSearch(index);
	searches.set(index, search);
	return search;
}
