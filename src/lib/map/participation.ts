import type { Participation } from '$lib/domain/directory/directoryIndex.ts';
import type { MapMunicipality } from './mapData';

/** Which of a municipality's two governments take part; decides its colour and pattern. */
export function participationOf({ gemeenteSince, ocmwSince }: MapMunicipality): Participation {
	if (gemeenteSince !== null) return ocmwSince !== null ? 'both' : 'gemeente';
	return ocmwSince !== null ? 'ocmw' : 'none';
}
