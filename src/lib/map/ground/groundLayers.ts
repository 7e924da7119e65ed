import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Theme } from '../palette';
import { imageId } from '../patterns';
import { GROUND_PALETTES, GROUND_WIDTHS, NAME_ZOOMS, ROAD_ZOOM, type Stops } from './groundLook';
import type { GroundLayer } from './groundTiles';

export const GROUND_SOURCE = 'ground';
/** The lowest layer of the ground. */
export const SEA = 'ground-sea';

/** Those that lie on the colour of who takes part. */
export const WAYS: readonly string[] = ['ground-rail', 'ground-road', 'ground-motorway', 'ground-border'];

/** Languages of the page; names are in that language where there is one. */
export type NameLocale = 'nl' | 'fr' | 'en';

/** By zoom, as a style says it. */
export const byZoom = (stops: Stops): ExpressionSpecification => [
	'interpolate',
	['linear'],
	['zoom'],
	...stops.flat()
];

const of = (layer: GroundLayer) => ({ source: GROUND_SOURCE, 'source-layer': layer }) as const;
const IS_MOTORWAY: ExpressionSpecification = ['==', ['get', 'c'], 'm'];
const isClass = (...classes: string[]): ExpressionSpecification => ['in', ['get', 'c'], ['literal', classes]];

/** Below our municipalities, whose border is the coast. */
export function seaLayer(theme: Theme): LayerSpecification {
	return fill('sea', GROUND_PALETTES[theme].water);
}

/** On our municipalities and their neighbours, below the colour of who takes part. */
export function landLayers(theme: Theme): LayerSpecification[] {
	const { wood, urban, water } = GROUND_PALETTES[theme];
	return [
		fill('wood', wood),
		fill('urban', urban),
		fill('water', water),
		{
			id: 'ground-waterway',
			type: 'line',
			...of('waterway'),
			layout: { 'line-cap': 'round', 'line-join': 'round' },
			paint: { 'line-color': water, 'line-width': byZoom(GROUND_WIDTHS.waterway) }
		}
	];
}

/** On the colour of who takes part. */
export function wayLayers(theme: Theme): LayerSpecification[] {
	const { motorway, road, rail, border } = GROUND_PALETTES[theme];
	const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
	return [
		{
			id: 'ground-rail',
			type: 'line',
			...of('rail'),
			paint: { 'line-color': rail, 'line-width': byZoom(GROUND_WIDTHS.rail), 'line-dasharray': [4, 2] }
		},
		{
			id: 'ground-road',
			type: 'line',
			...of('road'),
			filter: ['!', IS_MOTORWAY],
			minzoom: ROAD_ZOOM,
			layout: round,
			paint: { 'line-color': road, 'line-width': byZoom(GROUND_WIDTHS.road) }
		},
		{
			id: 'ground-motorway',
			type: 'line',
			...of('road'),
			filter: IS_MOTORWAY,
			layout: round,
			paint: { 'line-color': motorway, 'line-width': byZoom(GROUND_WIDTHS.motorway) }
		},
		{
			id: 'ground-border',
			type: 'line',
			...of('border'),
			paint: { 'line-color': border, 'line-width': byZoom(GROUND_WIDTHS.border), 'line-dasharray': [5, 3] }
		}
	];
}

/**
 * Names, from the one that gives way first: below the names of our municipalities in the style, so that those have their place
 * before these.
 * @param font of the page
 */
export function groundNames(theme: Theme, locale: NameLocale, font: string): LayerSpecification[] {
	const palette = GROUND_PALETTES[theme];
	const name: ExpressionSpecification = ['coalesce', ['get', locale], ['get', 'n']];
	const text = { 'text-field': name, 'text-font': [font], 'text-padding': 3 };
	const along = {
		...text,
		'symbol-placement': 'line',
		'symbol-spacing': 320,
		'text-max-angle': 30
	} as const;
	const numbers = {
		...along,
		'text-field': ['get', 'r'],
		'text-rotation-alignment': 'viewport',
		'text-size': 10.5,
		'text-padding': 12
	} as LayerSpecification['layout'] & object;
	const halo = { 'text-halo-color': palette.neighbours, 'text-halo-width': 1.2 };
	return [
		symbols('road-numbers', 'road', NAME_ZOOMS.road, numbers, palette.roadNumber, halo, ['!', IS_MOTORWAY]),
		symbols('motorway-numbers', 'road', NAME_ZOOMS.motorway, numbers, palette.roadNumber, halo, IS_MOTORWAY),
		symbols(
			'waterway-names',
			'waterway',
			NAME_ZOOMS.water,
			{ ...along, 'text-size': 11.5, 'text-letter-spacing': 0.06 },
			palette.waterName,
			halo
		),
		symbols(
			'village-names',
			'place',
			NAME_ZOOMS.village,
			{
				...text,
				'text-size': byZoom([
					[9, 11],
					[12, 13.5]
				]),
				'text-max-width': 7,
				'symbol-sort-key': ['-', ['get', 'i']]
			},
			palette.villageName,
			halo,
			isClass('v')
		),
		symbols(
			'stations',
			'station',
			NAME_ZOOMS.station,
			{
				...text,
				'icon-image': imageId('station', theme),
				'text-size': 11.5,
				'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
				'text-radial-offset': 0.7,
				'text-justify': 'auto',
				'text-optional': true,
				'symbol-sort-key': ['-', ['get', 'k']]
			},
			palette.stationName,
			halo
		),
		symbols(
			'neighbour-towns',
			'place',
			NAME_ZOOMS.town,
			townsIn(text, 11.5),
			palette.townName,
			halo,
			isClass('t')
		),
		symbols(
			'neighbour-cities',
			'place',
			NAME_ZOOMS.city,
			townsIn(text, 12.5),
			palette.townName,
			halo,
			isClass('c', 'f')
		)
	];
}

const townsIn = (text: object, size: number) => ({ ...text, 'text-size': size, 'text-max-width': 8 });

function fill(layer: GroundLayer, color: string): LayerSpecification {
	return { id: `ground-${layer}`, type: 'fill', ...of(layer), paint: { 'fill-color': color } };
}

function symbols(
	id: string,
	layer: GroundLayer,
	minzoom: number,
	layout: object,
	color: string,
	halo: object,
	filter?: ExpressionSpecification
): LayerSpecification {
	return {
		id: `ground-${id}`,
		type: 'symbol',
		...of(layer),
		minzoom,
		...(filter ? { filter } : {}),
		layout,
		paint: { 'text-color': color, ...halo }
	};
}
