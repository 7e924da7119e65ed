import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { boundaryTopology } from '$lib/domain/place/topology';
import { decodeBoundaries, type Boundaries } from './boundaries';
import type { MapData, MapMunicipality } from './mapData';

/** The boundaries that the application really serves. */
export function servedBoundaries(): Boundaries {
	const file = new URL('../../../static/boundaries.json', import.meta.url);
	return decodeBoundaries(v.parse(boundaryTopology, JSON.parse(readFileSync(file, 'utf8'))));
}

export function municipality(nisCode: string, facts: Partial<MapMunicipality> = {}): MapMunicipality {
	return {
		nisCode,
		slug: `gemeente-${nisCode}`,
		name: nisCode,
		href: `/besturen/${nisCode}`,
		gemeenteSince: null,
		ocmwSince: null,
		deskCount: 0,
		...facts
	};
}

/** Gent takes part with both, Brugge with one, Leuven with the other; Gent has a desk. */
export function smallDirectory(): MapData {
	return {
		municipalities: [
			municipality('44021', {
				name: 'Gent',
				gemeenteSince: '2018-05-01',
				ocmwSince: '2019-03-01',
				deskCount: 1
			}),
			municipality('31005', { name: 'Brugge', gemeenteSince: '2020-01-01' }),
			municipality('24062', { name: 'Leuven', ocmwSince: '2021-01-01' })
		],
		desks: [
			{ id: 'a', name: 'Loket', href: '/loketten/a', nisCode: '44021', lon: 3.72, lat: 51.05, place: 'Gent' }
		]
	};
}
