import { oncePerDirectory } from '$lib/domain/directoryIndex';
import { createPlaceSearch } from '$lib/domain/placeSearch';

/** The search over one version of the directory. */
export const placeSearchOf = oncePerDirectory(createPlaceSearch);
