import * as v from 'valibot';
import { DESK_FIELDS } from '$lib/domain/desk/fields';
import { badParameters, type ParameterError } from './problem.server';

/** As many desks as one may ask for around a point. */
export const MAX_NEAR = 100;
export const DEFAULT_NEAR = 5;

const DECIMAL = /^-?\d{1,3}(\.\d{1,15})?$/;

/** `count` decimal numbers, separated by commas, in degrees. */
function degrees(count: number, shape: string) {
	return v.pipe(
		v.string(),
		v.maxLength(100, `Expected ${shape}.`),
		v.transform((value) => value.split(',')),
		v.length(count, `Expected ${shape}.`),
		v.everyItem((part) => DECIMAL.test(part), `Expected ${shape}, decimal degrees such as 3.7219.`),
		v.transform((parts) => parts.map(Number))
	);
}

const isLongitude = (value: number) => Math.abs(value) <= 180;
const isLatitude = (value: number) => Math.abs(value) <= 90;

const between =
	([lowest, highest]: readonly [number, number]) =>
	(value: number) =>
		value >= lowest && value <= highest;
const isBelgianLongitude = between(DESK_FIELDS.lon.range);
const isBelgianLatitude = between(DESK_FIELDS.lat.range);

/** The point would be in Belgium if the two changed places; what lies there as it is written is near Somalia. */
const isSwapped = (lon: number, lat: number) => isBelgianLatitude(lon) && isBelgianLongitude(lat);

export const near = v.pipe(
	degrees(2, 'lon,lat'),
	v.transform(([lon = NaN, lat = NaN]) => ({ lon, lat })),
	v.check(
		({ lon, lat }) => !isSwapped(lon, lat),
		'Latitude and longitude are swapped. Expected lon,lat, such as 3.7219,51.0538 for Gent.'
	),
	v.check(({ lon }) => isLongitude(lon), 'The longitude (first) must be between -180 and 180.'),
	v.check(({ lat }) => isLatitude(lat), 'The latitude (second) must be between -90 and 90.')
);

export interface BoundingBox {
	west: number;
	south: number;
	east: number;
	north: number;
}

export const bbox = v.pipe(
	degrees(4, 'west,south,east,north'),
	v.transform(([west = NaN, south = NaN, east = NaN, north = NaN]): BoundingBox => ({
		west,
		south,
		east,
		north
	})),
	v.check(
		({ west, south, east, north }) => !isSwapped(west, south) || !isSwapped(east, north),
		'Latitude and longitude are swapped. Expected west,south,east,north, such as 3.5,50.9,3.9,51.2.'
	),
	v.check(
		({ west, east }) => isLongitude(west) && isLongitude(east),
		'Longitudes must be between -180 and 180.'
	),
	v.check(
		({ south, north }) => isLatitude(south) && isLatitude(north),
		'Latitudes must be between -90 and 90.'
	),
	v.check(({ west, east }) => west <= east, 'The west side (first) lies east of the east side (third).'),
	v.check(
		({ south, north }) => south <= north,
		'The south side (second) lies north of the north side (fourth).'
	)
);

export const limit = v.pipe(
	v.string(),
	v.regex(/^\d{1,4}$/, `Expected a whole number from 1 to ${MAX_NEAR}.`),
	v.transform(Number),
	v.minValue(1, `Expected a whole number from 1 to ${MAX_NEAR}.`),
	v.maxValue(MAX_NEAR, `Expected a whole number from 1 to ${MAX_NEAR}.`)
);

const MUNICIPALITY = 'Expected a NIS code of 5 digits, or a slug such as sint-niklaas.';

/** @returns what `resolveMunicipality` knows */
export const municipality = v.pipe(
	v.string(),
	v.maxLength(100, MUNICIPALITY),
	v.toLowerCase(),
	v.regex(/^(\d{5}|[a-z][a-z-]*)$/, MUNICIPALITY)
);

/** How a table is written. What Excel in Belgium opens with a double click is `separator=;&decimal=,`. */
export const TABLE = v.object({
	separator: v.optional(v.picklist([',', ';', '\t'], 'Expected , or ; or a tab (%09).'), ','),
	decimal: v.optional(v.picklist(['.', ','], 'Expected . or , .'), '.')
});
export type TableStyle = v.InferOutput<typeof TABLE>;

/** Which parameters an address has. */
type Parameters = v.ObjectSchema<v.ObjectEntries, undefined>;

/** For an address without parameters. */
export const none = v.object({});

/**
 * Reads the query of an API address. Each parameter may occur once; one that does not exist is refused, so that a typing
 * error does not pass for an answer to everything.
 * @throws Problem 400 that names every parameter that is wrong
 */
export function readParameters<Schema extends Parameters>(
	query: URLSearchParams,
	schema: Schema
): v.InferOutput<Schema> {
	const errors: ParameterError[] = [];
	const known = Object.keys(schema.entries);
	for (const parameter of new Set(query.keys())) {
		if (!known.includes(parameter)) {
			const detail = `Unknown parameter. Known here: ${known.join(', ') || 'none'}.`;
			errors.push({ parameter: printable(parameter), detail });
		} else if (query.getAll(parameter).length > 1) {
			errors.push({ parameter, detail: 'May be given only once.' });
		}
	}
	const parsed = v.safeParse(schema, Object.fromEntries(query), { abortPipeEarly: true });
	for (const issue of parsed.issues ?? []) {
		const parameter = String(issue.path?.[0]?.key);
		if (!errors.some((error) => error.parameter === parameter))
			errors.push({ parameter, detail: issue.message });
	}
	if (!parsed.success || errors.length > 0) throw badParameters(errors);
	return parsed.output;
}

/** A name that somebody made up, cut and stripped before it is sent back. */
function printable(name: string): string {
	return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 50);
}
