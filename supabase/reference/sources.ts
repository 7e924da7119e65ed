import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { feature } from 'topojson-client';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type * as Topojson from 'topojson-specification';
import * as v from 'valibot';
import { OUTSIDE_COUNTRIES, WALLOON_PROVINCES } from '../../src/lib/domain/place/gazetteer.ts';
import { areasWith, topologyOf } from '../../src/lib/domain/place/topology.ts';

/** The official data as kept in this folder, read and typed; see README.md for where each file comes from. */
export interface Sources {
	municipalities: MunicipalityRow[];
	postcodes: PostcodeRow[];
	localGovernments: LocalGovernmentRow[];
	contacts: ContactRow[];
	localities: LocalityRow[];
	otherNames: OtherNameRow[];
	placeSizes: PlaceSizeRow[];
	outsidePlaces: OutsideRow[];
	everydayWords: EverydayWordRow[];
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

const contactRow = v.object({
	nis_code: nisCode,
	type: v.picklist(['gemeente', 'ocmw']),
	website: v.pipe(v.string(), v.url()),
	phone: v.pipe(
		v.string(),
		v.regex(/^(\+32\d{8})?$/),
		v.transform((value) => value || null)
	)
});
export type ContactRow = v.InferOutput<typeof contactRow>;

const list = v.pipe(
	v.string(),
	v.transform((value) => value.split(';').filter(Boolean))
);
/** What separates names in the packed file stands in none. */
const name = v.pipe(v.string(), v.regex(/^[^;|~@=/,+]+$/));
const optionalName = v.pipe(
	v.string(),
	v.regex(/^[^;|~@=/,+]*$/),
	v.transform((value) => value || null)
);

const localityRow = v.object({
	nis_code: nisCode,
	name,
	name_fr: optionalName,
	other_names: list,
	class: v.picklist(['village', 'hamlet', 'spot']),
	lon: number,
	lat: number
});
export type LocalityRow = v.InferOutput<typeof localityRow>;

const otherNameRow = v.object({
	nis_code: nisCode,
	place_name: name,
	other_name: name,
	source: v.picklist(['geonames', 'hand'])
});
export type OtherNameRow = v.InferOutput<typeof otherNameRow>;

const placeSizeRow = v.object({
	nis_code: nisCode,
	place_name: name,
	inhabitants: v.pipe(number, v.integer())
});
export type PlaceSizeRow = v.InferOutput<typeof placeSizeRow>;

const outsideRow = v.object({
	country: v.picklist(OUTSIDE_COUNTRIES),
	province: v.union([
		v.picklist(WALLOON_PROVINCES),
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		)
	]),
	name,
	name_nl: optionalName,
	name_fr: optionalName,
	name_en: optionalName,
	other_names: list,
	postcodes: list
});
export type OutsideRow = v.InferOutput<typeof outsideRow>;

const everydayWordRow = v.object({ word: v.pipe(v.string(), v.regex(/^[a-z]+$/)) });
export type EverydayWordRow = v.InferOutput<typeof everydayWordRow>;

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
		contacts: v.parse(v.array(contactRow), csv('contacts.csv')),
		localities: v.parse(v.array(localityRow), csv('localities.csv')),
		otherNames: v.parse(v.array(otherNameRow), csv('other-names.csv')),
		placeSizes: v.parse(v.array(placeSizeRow), csv('place-sizes.csv')),
		outsidePlaces: v.parse(v.array(outsideRow), csv('outside-places.csv')),
		everydayWords: v.parse(v.array(everydayWordRow), csv('everyday-words.csv')),
		topology,
		polygons
	};
}
