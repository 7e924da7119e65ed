import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { feature } from 'topojson-client';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type * as Topojson from 'topojson-specification';
import * as v from 'valibot';
import { areasWith, topologyOf } from '../../src/lib/domain/place/topology.ts';

/** The official data as kept in this folder, read and typed; see README.md for where each file comes from. */
export interface Sources {
	municipalities: MunicipalityRow[];
	postcodes: PostcodeRow[];
	localGovernments: LocalGovernmentRow[];
	topology: BoundaryTopology;
	/** Full-quality polygon per NIS code, WGS84. */
	polygons: ReadonlyMap<string, MunicipalityFeature>;
}

export interface SourceProperties {
	nis_code: string;
	name_nl: string;
	province_nis: string;
}
export type MunicipalityFeature = Feature<Polygon | MultiPolygon, SourceProperties>;
const boundaryTopology = topologyOf({
	municipalities: areasWith(
		v.object({ nis_code: v.string(), name_nl: v.string(), province_nis: v.string() })
	),
	provinces: areasWith(v.object({ province_nis: v.string() }))
});
export type BoundaryTopology = v.InferOutput<typeof boundaryTopology>;

/** A TopoJSON collection of which we know that it holds polygons with their properties. */
export interface PolygonCollection<P extends object> extends Topojson.GeometryCollection<P> {
	geometries: ((Topojson.Polygon<P> | Topojson.MultiPolygon<P>) & { properties: P })[];
}

const text = v.pipe(v.string(), v.nonEmpty());
const optionalText = v.pipe(
	v.string(),
	v.transform((value) => value || null)
);
const number = v.pipe(v.string(), v.nonEmpty(), v.transform(Number), v.finite());
const nisCode = v.pipe(v.string(), v.regex(/^\d{5}$/));
const postcode = v.pipe(v.string(), v.regex(/^[1-9]\d{3}$/));

const municipalityRow = v.object({
	nis_code: nisCode,
	name_nl: text,
	name_fr: optionalText,
	province_nis: nisCode,
	region_nl: v.picklist(['Vlaams Gewest', 'Brussels Hoofdstedelijk Gewest']),
	population: v.pipe(number, v.integer()),
	population_date: v.pipe(v.string(), v.isoDate()),
	centroid_lon: number,
	centroid_lat: number,
	area_km2: number,
	// "NIS name;NIS name"
	merged_from: v.pipe(
		v.string(),
		v.transform((value) =>
			value
				.split(';')
				.filter(Boolean)
				.map((part) => ({ nisCode: part.slice(0, 5), name: part.slice(6) }))
		)
	),
	merged_year: optionalText
});
export type MunicipalityRow = v.InferOutput<typeof municipalityRow>;

const postcodeRow = v.object({
	postcode,
	place_name: text,
	nis_code: nisCode,
	lon: number,
	lat: number,
	kind: v.picklist(['gemeente', 'plaats', 'bijzonder']),
	lang: v.picklist(['nl', 'fr'])
});
export type PostcodeRow = v.InferOutput<typeof postcodeRow>;

const localGovernmentRow = v.object({
	type: v.picklist(['gemeente', 'ocmw']),
	name: text,
	nis_code: nisCode,
	kbo: v.pipe(v.string(), v.regex(/^\d{10}$/)),
	ovo: v.pipe(v.string(), v.regex(/^OVO\d{6}$/)),
	website: optionalText
});
export type LocalGovernmentRow = v.InferOutput<typeof localGovernmentRow>;

/**
 * Reads and checks the shape of every file in `folder`.
 * @throws when a file is missing or a cell is not what its column promises.
 */
export function readSources(folder: URL = new URL('./', import.meta.url)): Sources {
	const csv = (name: string): unknown => parse(readFileSync(new URL(name, folder)), { columns: true });
	const topology = v.parse(
		boundaryTopology,
		JSON.parse(readFileSync(new URL('municipalities.topojson', folder), 'utf8'))
	);
	const polygons = new Map<string, MunicipalityFeature>();
	for (const { geometry, properties } of feature(topology, topology.objects.municipalities).features) {
		if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
			throw new Error(`${properties.nis_code}: expected a polygon, found ${geometry.type}`);
		}
		polygons.set(properties.nis_code, { type: 'Feature', geometry, properties });
	}
	return {
		municipalities: v.parse(v.array(municipalityRow), csv('municipalities.csv')),
		postcodes: v.parse(v.array(postcodeRow), csv('postcodes.csv')),
		localGovernments: v.parse(v.array(localGovernmentRow), csv('local-governments.csv')),
		topology,
		polygons
	};
}
