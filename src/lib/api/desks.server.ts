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
	municipality,
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
	municipality: v.optional(municipality),
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
 * @param address of the question
 * @throws Problem 400 for a question that makes no sense, 404 for a municipality that never existed
 */
export function desksQuery(
	index: DirectoryIndex,
	{ searchParams, origin }: Pick<URL, 'searchParams' | 'origin'>
): () => string {
	const asked = readParameters(searchParams, parameters);
	if (asked.limit !== undefined && asked.near === undefined) {
		throw badParameters([{ parameter: 'limit', detail: 'Only together with near.' }]);
	}
	const nisCode = asked.municipality === undefined ? undefined : currentNisCode(index, asked.municipality);
	const where = (desk: OwnedDesk) =>
		(nisCode === undefined || desk.owner.nisCode === nisCode) &&
		(asked.bbox === undefined || isInside(desk, asked.bbox));

	return () => {
		const { desks, findNearest } = prepare(index);
		const features =
			asked.near === undefined
				? desks.filter(where).map((desk) => deskFeature({ desk, owner: desk.owner, origin }))
				: findNearest({ ...asked.near, limit: asked.limit ?? DEFAULT_NEAR, where }).map(
						({ desk, distanceMetres }) => deskFeature({ desk, owner: desk.owner, origin }, distanceMetres)
					);
		return featureCollection(index.directory, features);
	};
}

/** The code in force: of the successor when the municipality merged. @param key a code or a slug */
function currentNisCode(index: DirectoryIndex, key: string): string {
	const found = resolveMunicipality(index, key);
	if (!found) {
		throw badParameters(
			[{ parameter: 'municipality', detail: 'No municipality has this NIS code or slug.' }],
			404
		);
	}
	return found.entry.municipality.nisCode;
}

function isInside({ lon, lat }: VolunteerDesk, { west, south, east, north }: BoundingBox): boolean {
	return lon >= west && lon <= east && lat >= south && lat <= north;
}
