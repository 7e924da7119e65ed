import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import {
	byZoom,
	groundNames,
	landLayers,
	seaLayer,
	wayLayers,
	GROUND_SOURCE,
	type NameLocale
} from './ground/groundLayers';
import {
	BORDER_WIDTHS,
	FADED_OPACITY,
	GROUND_PALETTES,
	PARTICIPATION_OPACITY,
	type Stops
} from './ground/groundLook';
import { approximateArea } from './approximate';
import { CLUSTER_SIZES } from './clusters';
import { FONT } from './font';
import { CITY_RANK } from './labels';
import { cityNameAnchors } from './nameAnchors';
import { PALETTES, type Theme } from './palette';
import { imageId } from './patterns';
import { SOURCES } from './sources';

/** The layers that the reader can point at, and the lowest of ours that is not the ground. */
export const LAYERS = {
	land: 'land',
	municipalities: 'municipalities',
	desks: 'desks',
	approximate: 'desk-areas',
	clusters: 'desk-clusters'
} as const;

/** The lowest of our lines, and the lowest layer of names. */
export const FIRST_LINE = 'municipality-lines';
export const FIRST_NAME = 'ground-road-numbers';

const FADED: ExpressionSpecification = ['boolean', ['feature-state', 'faded'], false];
const HOVERED: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false];
const SELECTED: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const IS_CLUSTER: ExpressionSpecification = ['has', 'point_count'];
/** A desk of which the place is known only about. */
const IS_ABOUT: ExpressionSpecification = ['boolean', ['get', 'approximate'], false];
const IS_CITY: ExpressionSpecification = ['<=', ['get', 'rank'], CITY_RANK];

/** What a style is made for. */
export interface Look {
	theme: Theme;
	/** An online map lies beneath: then the land lets it through, and there is no ground. */
	overBasemap: boolean;
	/** Of the names that the ground has. */
	locale: NameLocale;
}

/** Our layers, from bottom to top. Those of the ground are hidden, and not left out, where an online map takes its place. */
export function buildLayers({ theme, overBasemap, locale }: Look): LayerSpecification[] {
	const ground = (...layers: LayerSpecification[]) =>
		layers.map((layer) => withVisibility(layer, !overBasemap));
	return [
		...(overBasemap ? [] : [background(theme)]),
		...ground(seaLayer(theme)),
		land(theme, overBasemap),
		...ground(...landLayers(theme)),
		...participationLayers(theme, overBasemap),
		...ground(...wayLayers(theme)),
		...lineLayers(theme),
		...ground(...groundNames(theme, locale, FONT)),
		...nameLayers(theme),
		...deskLayers(theme)
	];
}

export const isGround = (layer: LayerSpecification): boolean =>
	'source' in layer && layer.source === GROUND_SOURCE;

function withVisibility(layer: LayerSpecification, isVisible: boolean): LayerSpecification {
	const layout = { ...layer.layout, visibility: isVisible ? 'visible' : 'none' };
	return { ...layer, layout } as LayerSpecification;
}

function background(theme: Theme): LayerSpecification {
	const { neighbours } = GROUND_PALETTES[theme];
	return { id: 'paper', type: 'background', paint: { 'background-color': neighbours } };
}

const TAKES_PART_WITH_BOTH: ExpressionSpecification = ['==', ['get', 'participation'], 'both'];

/** Our municipalities, whoever takes part: paler than the neighbours, and up to the sea. */
function land(theme: Theme, overBasemap: boolean): LayerSpecification {
	return {
		id: LAYERS.land,
		type: 'fill',
		source: SOURCES.municipalities,
		paint: {
			'fill-color': PALETTES[theme].land,
			'fill-opacity': overBasemap
				? ['case', TAKES_PART_WITH_BOTH, 0, FADED, FADED_OPACITY, 0.3]
				: ['case', FADED, FADED_OPACITY, 1],
			'fill-antialias': false
		}
	};
}

/** By colour and pattern, and by a line around: near by the colour is faint. */
function participationLayers(theme: Theme, overBasemap: boolean): LayerSpecification[] {
	const { teal } = PALETTES[theme];
	const seeThrough = byState(PARTICIPATION_OPACITY[theme], (opacity) => [
		'case',
		FADED,
		opacity * FADED_OPACITY,
		HOVERED,
		opacity + 0.2,
		opacity
	]);
	return [
		{
			id: LAYERS.municipalities,
			type: 'fill',
			source: SOURCES.municipalities,
			paint: {
				'fill-color': ['case', TAKES_PART_WITH_BOTH, teal, 'rgba(0, 0, 0, 0)'],
				'fill-opacity': overBasemap ? ['case', FADED, FADED_OPACITY, HOVERED, 0.85, 0.55] : seeThrough,
				'fill-antialias': false
			}
		},
		{
			id: 'participating-one',
			type: 'fill',
			source: SOURCES.municipalities,
			filter: ['in', ['get', 'participation'], ['literal', ['gemeente', 'ocmw']]],
			paint: {
				'fill-pattern': [
					'match',
					['get', 'participation'],
					'gemeente',
					imageId('hatch', theme),
					imageId('dots', theme)
				],
				'fill-opacity': overBasemap ? ['case', FADED, FADED_OPACITY, HOVERED, 0.8, 1] : seeThrough
			}
		}
	];
}

const byState = (
	stops: Stops,
	output: (value: number) => ExpressionSpecification
): ExpressionSpecification => [
	'interpolate',
	['linear'],
	['zoom'],
	...stops.flatMap(([zoom, value]) => [zoom, output(value)])
];

function lineLayers(theme: Theme): LayerSpecification[] {
	const { teal, line, provinceLine, ink, paper } = PALETTES[theme];
	return [
		{
			// Of the areas and not of a source of their own: it shares its geometry with the outlines below.
			id: FIRST_LINE,
			type: 'line',
			source: SOURCES.municipalities,
			paint: {
				'line-color': line,
				'line-width': byZoom(BORDER_WIDTHS.municipality)
			}
		},
		// The colour inside is see-through: by this line it stands out from the land beside it, and near by.
		{
			id: 'participating-lines',
			type: 'line',
			source: SOURCES.municipalities,
			filter: ['!=', ['get', 'participation'], 'none'],
			paint: {
				'line-color': teal,
				'line-opacity': ['case', FADED, FADED_OPACITY, 1],
				'line-width': byZoom(BORDER_WIDTHS.participating)
			}
		},
		{
			id: 'province-lines',
			type: 'line',
			source: SOURCES.provinces,
			paint: {
				'line-color': provinceLine,
				'line-width': byZoom(BORDER_WIDTHS.province)
			}
		},
		// Paper under ink, so that the outline stands out on every fill. No width, and not see-through, where there is
		// nothing to outline: that costs the graphics card nothing.
		{
			id: 'outline-casing',
			type: 'line',
			source: SOURCES.municipalities,
			paint: { 'line-color': paper, 'line-width': ['case', SELECTED, 7, HOVERED, 5, 0] }
		},
		{
			id: 'outline',
			type: 'line',
			source: SOURCES.municipalities,
			paint: { 'line-color': ink, 'line-width': ['case', SELECTED, 3.5, HOVERED, 2, 0] }
		}
	];
}

function nameLayers(theme: Theme): LayerSpecification[] {
	const { ink, paper } = PALETTES[theme];
	const paint = {
		'text-color': ink,
		'text-halo-color': paper,
		'text-halo-width': 1.6,
		'text-opacity': ['case', FADED, 0.6, 1] as ExpressionSpecification
	};
	const layout = {
		'text-field': ['get', 'name'] as ExpressionSpecification,
		'text-font': [FONT],
		'text-max-width': 7,
		'text-line-height': 1.1,
		'text-padding': 1,
		'symbol-sort-key': ['get', 'rank'] as ExpressionSpecification,
		'text-justify': 'auto' as const
	};
	return [
		{
			id: 'town-names',
			type: 'symbol',
			source: SOURCES.names,
			filter: ['!', IS_CITY],
			minzoom: 8.4,
			layout: {
				...layout,
				// A name moves aside for a desk that stands in its place.
				'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
				'text-radial-offset': 1.1,
				'text-size': ['interpolate', ['linear'], ['zoom'], 8, 12, 12, 17]
			},
			paint
		},
		{
			id: 'city-names',
			type: 'symbol',
			source: SOURCES.names,
			filter: IS_CITY,
			layout: {
				...layout,
				'text-variable-anchor-offset': cityNameAnchors(),
				'text-size': ['interpolate', ['linear'], ['zoom'], 6, 12, 8, 15, 12, 20]
			},
			paint
		}
	];
}

/** Symbols and not circles: circles take no part in collision, and names would be printed over them. */
function deskLayers(theme: Theme): LayerSpecification[] {
	return [
		{
			...approximateArea(LAYERS.approximate, SOURCES.desks, theme),
			filter: ['all', ['!', IS_CLUSTER], IS_ABOUT]
		},
		{
			id: LAYERS.desks,
			type: 'symbol',
			source: SOURCES.desks,
			filter: ['all', ['!', IS_CLUSTER], ['!', IS_ABOUT]],
			layout: {
				'icon-image': imageId('desk', theme),
				'icon-size': ['interpolate', ['linear'], ['zoom'], 6, 0.75, 9, 1, 13, 1.4],
				'icon-allow-overlap': true
			}
		},
		{
			id: LAYERS.clusters,
			type: 'symbol',
			source: SOURCES.desks,
			filter: IS_CLUSTER,
			layout: {
				'icon-image': imageId('cluster', theme),
				// Smaller on a small map, or the clusters would hide the names of the cities they stand in.
				'icon-size': ['interpolate', ['linear'], ['zoom'], 6, clusterSize(0.62), 7.5, clusterSize(1)],
				'icon-allow-overlap': true,
				'text-field': ['to-string', ['get', 'point_count']],
				'text-font': [FONT],
				'text-size': ['interpolate', ['linear'], ['zoom'], 6, 11, 7.5, 14],
				'text-allow-overlap': true
			},
			paint: { 'text-color': PALETTES[theme].onDesk }
		}
	];
}

const [[, smallest], ...larger] = CLUSTER_SIZES;
const clusterSize = (factor: number): ExpressionSpecification => [
	'step',
	['get', 'point_count'],
	smallest * factor,
	...larger.flatMap(([from, size]) => [from, size * factor])
];
