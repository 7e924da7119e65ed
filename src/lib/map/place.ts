import type { MapDesk, MapMunicipality } from './types';

/** What a popup is about. */
export type Place =
	| { kind: 'municipality'; municipality: MapMunicipality }
	| { kind: 'desk'; desk: MapDesk; municipality: MapMunicipality | undefined };
