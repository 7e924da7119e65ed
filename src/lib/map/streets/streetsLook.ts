/** How streets are drawn: in the colours of the ground that they take the place of, so pale that who takes part remains the message. */
import type { Flavor } from '@protomaps/basemaps';
import { FONT } from '../font';
import { GROUND_PALETTES } from '../ground/groundLook';
import { PALETTES, type Theme } from '../palette';

export interface StreetPalette {
	building: string;
	/** Schools, hospitals. */
	premises: string;
	/** Squares, and streets for who walks. */
	onFoot: string;
	sand: string;
	street: string;
	mainRoad: string;
	motorway: string;
	/** Around each of those. */
	edge: string;
	tunnel: string;
	streetName: string;
	/** Around what is written. */
	halo: string;
	spotName: string;
}

export const STREET_PALETTES: Record<Theme, StreetPalette> = {
	light: {
		building: '#ddd2bf',
		premises: '#e9dfd0',
		onFoot: '#f7f2e7',
		sand: '#eee3c4',
		street: '#fffdf8',
		mainRoad: '#fdf0d2',
		motorway: '#efc899',
		edge: '#c9bda6',
		tunnel: '#e2d9c8',
		streetName: '#35322b',
		halo: '#fffdf8',
		spotName: '#4a3d2e'
	},
	dark: {
		building: '#2f393d',
		premises: '#293235',
		onFoot: '#2c363a',
		sand: '#34352c',
		street: '#3d494e',
		mainRoad: '#4a5453',
		motorway: '#625a43',
		edge: '#161b1d',
		tunnel: '#2b3437',
		streetName: '#e4e6e2',
		halo: '#14191b',
		spotName: '#e2d8c6'
	}
};

/** In the words of the package that makes the layers. */
export function flavorOf(theme: Theme): Flavor {
	const { land } = PALETTES[theme];
	const ground = GROUND_PALETTES[theme];
	const look = STREET_PALETTES[theme];
	const all = <Name extends keyof Flavor>(names: readonly Name[], colour: string) =>
		Object.fromEntries(names.map((name) => [name, colour])) as Record<Name, string>;
	return {
		...all(['background', 'earth', 'glacier', 'pier'], land),
		...all(['park_a', 'park_b', 'wood_a', 'wood_b', 'scrub_a', 'scrub_b', 'zoo'], ground.wood),
		...all(['hospital', 'school', 'military'], look.premises),
		...all(['industrial', 'aerodrome'], ground.urban),
		...all(['sand', 'beach'], look.sand),
		...all(['pedestrian', 'runway'], look.onFoot),
		water: ground.water,
		buildings: look.building,
		...all(
			[
				'minor_service_casing',
				'minor_casing',
				'link_casing',
				'major_casing_late',
				'major_casing_early',
				'highway_casing_late',
				'highway_casing_early',
				'bridges_other_casing',
				'bridges_minor_casing',
				'bridges_link_casing',
				'bridges_major_casing',
				'bridges_highway_casing',
				'tunnel_other_casing',
				'tunnel_minor_casing',
				'tunnel_link_casing',
				'tunnel_major_casing',
				'tunnel_highway_casing'
			],
			look.edge
		),
		...all(['tunnel_other', 'tunnel_minor', 'tunnel_link', 'tunnel_major', 'tunnel_highway'], look.tunnel),
		...all(['other', 'bridges_other'], look.onFoot),
		...all(['minor_service', 'minor_a', 'minor_b', 'bridges_minor'], look.street),
		...all(['link', 'major', 'bridges_link', 'bridges_major'], look.mainRoad),
		...all(['highway', 'bridges_highway'], look.motorway),
		railway: ground.rail,
		boundaries: ground.border,
		...all(['roads_label_minor', 'roads_label_major', 'address_label'], look.streetName),
		...all(
			[
				'roads_label_minor_halo',
				'roads_label_major_halo',
				'address_label_halo',
				'subplace_label_halo',
				'city_label_halo',
				'state_label_halo'
			],
			look.halo
		),
		ocean_label: ground.waterName,
		...all(['subplace_label', 'city_label', 'state_label', 'country_label'], ground.villageName),
		...all(['regular', 'bold', 'italic'], FONT)
	};
}
