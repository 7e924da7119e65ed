import * as v from 'valibot';
import type { LocalGovernment, VolunteerDesk } from '$lib/domain/directory/directory';
import {
	oncePerDirectory,
	resolveMunicipality,
	type DirectoryIndex
} from '$lib/domain/directory/directoryIndex';
import { nearestDesks, type FindNearest } from '$lib/domain/desk/nearestDesks';
import { deskFeature, featureCollection } from './documents.server';
import {
	DEFAULT_NEAR,
	bbox,
	limit,
	near,
	nisCode,
	readParameters,
	type BoundingBox
} from './parameters.server';
import { badParameters } from './problem.server';

/** A desk with the body that keeps it. */
export interface OwnedDesk extends VolunteerDesk {
	owner: LocalGovernment;
}

interface Prepared {
	/** In name order. */
	desks: OwnedDesk[];
	findNearest: FindNearest<OwnedDesk>;
}

const parameters = v.object({
	near: v.optional(near),
	limit: v.optional(limit),
	municipality: v.optional(nisCode),
	bbox: v.optional(bbox)
});

/** What questions about desks need. */
const prepare = oncePerDirectory((index): Prepared => {
	const order = new Intl.Collator('nl');
	const desks = index.directory.desks
		.flatMap((desk) => {
			const owner = index.governmentById.get(desk.localGovernmentId);
			return owner ? [{ ...desk, owner }] : [];
		})
		.sort((a, b) => order.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1));
	return { desks, findNearest: nearestDesks(desks) };
});

/** All published desks, in name order. */
export function allDesks(index: DirectoryIndex): OwnedDesk[] {
	return prepare(index).desks;
}

/**
 * The GeoJSON of the desks that the query asks for. Filters narrow each other; with `near` the nearest come first.
 * @throws Problem 400 for a question that makes no sense, 404 for a municipality that never existed
 */
export function desksQuery(index: DirectoryIndex, query: URLSearchParams): () => string {
	const asked = readParameters(query, parameters);
	if (asked.limit !== undefined && asked.near === undefined) {
		throw badParameters([{ parameter: 'limit', detail: 'Only together with near.' }]);
	}
	const municipality =
		asked.municipality === undefined ? undefined : currentNisCode(index, asked.municipality);
	const where = (desk: OwnedDesk) =>
		(municipality === undefined || desk.owner.nisCode === municipality) &&
		(asked.bbox === undefined || isInside(desk, asked.bbox));

	return () => {
		const { desks, findNearest } = prepare(index);
		const features =
			asked.near === undefined
				? desks.filter(where).map((desk) => deskFeature(desk, desk.owner))
				: findNearest({ ...asked.near, limit: asked.limit ?? DEFAULT_NEAR, where }).map(
						({ desk, distanceMetres }) => deskFeature(desk, desk.owner, distanceMetres)
					);
		return featureCollection(index.directory, features);
	};
}

/** The code in force: of the successor when the municipality merged. */
function currentNisCode(index: DirectoryIndex, code: string): string {
	const found = resolveMunicipality(index, code);
	if (!found) {
		throw badParameters([{ parameter: 'municipality', detail: 'No municipality has this NIS code.' }], 404);
	}
	return found.entry.municipality.nisCode;
}

function isInside({ lon, lat }: VolunteerDesk, { west, south, east, north }: BoundingBox): boolean {
	return lon >= west && lon <= east && lat >= south && lat <= north;
}
