import type { MapDesk, MapMunicipality } from './mapData';

/** What a popup is about. */
export type Place =
	| { kind: 'municipality'; municipality: MapMunicipality }
	| { kind: 'desk'; desk: MapDesk; municipality: MapMunicipality | undefined };
