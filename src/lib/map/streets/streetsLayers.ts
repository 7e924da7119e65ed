import { layers } from '@protomaps/basemaps';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { FONT } from '../font';
import type { NameLocale } from '../ground/groundLayers';
import type { Theme } from '../palette';
import { firstZoomOf, NAMED_ZOOM, STREETS_SOURCE, type Streets } from './streets';
import { flavorOf, STREET_PALETTES } from './streetsLook';

/** Of each group, from below. */
export interface StreetLayers {
	/** Under the colour of who takes part. */
	areas: LayerSpecification[];
	/** On that colour. */
	ways: LayerSpecification[];
	/** Those that give way first. */
	names: LayerSpecification[];
}

/** Areas as Protomaps has them, and waters that are drawn as lines. */
const isArea = ({ type, 'source-layer': layer }: Sourced): boolean =>
	type === 'fill' || (type === 'line' && layer === 'water');
/** What has borders of ours, or is seen from far away only. */
const LEFT_OUT = new Set(['landcover', 'boundaries']);
/** Names that our ground and municipalities do not have, and from which zoom. Without those that need an image. */
const NAMES: Readonly<Record<string, number>> = {
	address_label: 17.5,
	roads_labels_minor: NAMED_ZOOM,
	water_waterway_label: 15,
	water_label_lakes: 13,
	roads_labels_major: 13,
	places_subplace: 13
};
/** Rivers and canals are named by our ground. */
const FILTERS: Readonly<Record<string, ExpressionSpecification>> = {
	water_waterway_label: ['==', ['get', 'kind'], 'stream']
};
/** By which people find their way to a door. Stations are on our ground. */
const SPOTS = [
	'townhall',
	'library',
	'community_centre',
	'hospital',
	'school',
	'college',
	'university',
	'marketplace',
	'square',
	'park',
	'theatre',
	'museum',
	'place_of_worship'
];
const SPOT_ZOOM = 15;

type Sourced = LayerSpecification & { 'source-layer'?: string };

/** Streets in our colours, our typeface and the language of the page; nothing in them asks for an image or a glyph of elsewhere. */
export function streetLayers(streets: Streets, theme: Theme, locale: NameLocale): StreetLayers {
	const all: Sourced[] = layers(STREETS_SOURCE, flavorOf(theme), { lang: locale });
	const first = firstZoomOf(streets);
	const drawn = all.filter(({ id, type }) => type !== 'background' && !LEFT_OUT.has(id));
	const adapted = (layer: Sourced, from = layer.minzoom ?? 0): LayerSpecification =>
		({ ...layer, id: `${STREETS_SOURCE}-${layer.id}`, minzoom: Math.max(from, first) }) as LayerSpecification;
	return {
		areas: drawn.filter(isArea).map((layer) => adapted(solid(layer))),
		ways: drawn.filter((layer) => layer.type === 'line' && !isArea(layer)).map((layer) => adapted(layer)),
		names: [
			adapted(spots(theme, locale), SPOT_ZOOM),
			...drawn.filter(({ id }) => id in NAMES).map((layer) => adapted(named(layer, locale), NAMES[layer.id]))
		]
	};
}

/** Houses cover what lies beneath: every word is measured against their colour. */
const solid = (layer: Sourced): Sourced =>
	layer.id === 'buildings' ? ({ ...layer, paint: { ...layer.paint, 'fill-opacity': 1 } } as Sourced) : layer;

const inLanguage = (locale: NameLocale): ExpressionSpecification => [
	'coalesce',
	['get', `name:${locale}`],
	['get', 'name']
];

function named(layer: Sourced, locale: NameLocale): Sourced {
	const isAddress = layer.id === 'address_label';
	const layout = {
		...layer.layout,
		'text-field': isAddress ? ['get', 'addr_housenumber'] : inLanguage(locale),
		'text-font': [FONT]
	};
	const filter = FILTERS[layer.id];
	const paint = { ...layer.paint, 'text-halo-width': 1.4, ...haloOf(layer) };
	return { ...layer, layout, paint, ...(filter ? { filter } : {}) } as Sourced;
}

/** The package takes the water itself, which a name on a bank would not stand out from. */
const haloOf = (layer: Sourced) =>
	layer['source-layer'] === 'water' ? { 'text-halo-color': 'rgba(0, 0, 0, 0)' } : {};

function spots(theme: Theme, locale: NameLocale): Sourced {
	const { spotName, halo } = STREET_PALETTES[theme];
	return {
		id: 'spots',
		type: 'symbol',
		source: STREETS_SOURCE,
		'source-layer': 'pois',
		filter: ['in', ['get', 'kind'], ['literal', SPOTS]],
		layout: {
			'text-field': inLanguage(locale),
			'text-font': [FONT],
			'text-size': 11.5,
			'text-max-width': 8,
			'text-padding': 6,
			'symbol-sort-key': ['coalesce', ['get', 'min_zoom'], 20]
		},
		paint: { 'text-color': spotName, 'text-halo-color': halo, 'text-halo-width': 1.4 }
	};
}
