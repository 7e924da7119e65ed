import { withDe } from '$lib/domain/text/french';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Surroundings } from './surroundings';

/**
 * What is near in words: "station Deinze", "de N35", "de Leie".
 * @param distanceOf how a distance in metres is said; without it none is
 */
export function landmarks(
	{ station, road, water }: Surroundings,
	distanceOf?: (metres: number) => string
): string[] {
	const WATERS = {
		river: m.map_near_river,
		canal: m.map_near_canal,
		sea: m.map_near_sea
	};
	const said = (what: string, metres: number) =>
		distanceOf ? m.map_near_distance({ what, distance: distanceOf(metres) }) : what;
	return [
		...(station ? [said(m.map_near_station(withDe({ name: station.name })), station.metres)] : []),
		...(road ? [said(m.map_near_road({ name: road.name }), road.metres)] : []),
		...(water ? [said(WATERS[water.kind]({ name: water.name }), water.metres)] : [])
	];
}
