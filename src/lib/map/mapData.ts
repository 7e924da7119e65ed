/** What the map shows, as the site sends it. */
import type { BoundaryTopology } from '$lib/domain/place/topology';
import { isRecord } from './fetchJson';

/** A current municipality as the map needs it. */
export interface MapMunicipality {
	nisCode: string;
	slug: string;
	/** In the language of the page. */
	name: string;
	/** Of its page, localised. */
	href: string;
	/** ISO date; null = does not take part. */
	gemeenteSince: string | null;
	ocmwSince: string | null;
	deskCount: number;
}

export interface MapDesk {
	id: string;
	name: string;
	href: string;
	/** Of the municipality it belongs to. */
	nisCode: string;
	/** WGS84 degrees. */
	lon: number;
	lat: number;
	/** Its place is known only about: then it is an area, and no door. Left out where it is known. */
	approximate?: boolean;
	place: string;
	/** What a popup says besides; left out where a page does not send it. */
	detail?: DeskDetail;
}

export interface DeskDetail {
	/** Whether it is open, in words. */
	status: string;
	street: string;
	postcode: string;
	/** E.164, and as it is dialled; null without one. */
	phone: { number: string; text: string } | null;
	/** Of a page that shows the way there. */
	routeHref: string;
}

export interface MapData {
	municipalities: MapMunicipality[];
	desks: MapDesk[];
	/** Every municipality in full colour, so that only the ones in the result have it; by default who takes part decides. */
	coloursResult?: boolean;
}

const hasPlace = (desk: unknown) => isRecord(desk) && Number.isFinite(desk.lon) && Number.isFinite(desk.lat);

/** As much of it as would break the map: the compiler holds the route that makes it to the rest. */
export const isMapData = (input: unknown): input is MapData =>
	isRecord(input) &&
	Array.isArray(input.municipalities) &&
	input.municipalities.every(isRecord) &&
	Array.isArray(input.desks) &&
	input.desks.every(hasPlace);

const isCollection = (input: unknown) => isRecord(input) && Array.isArray(input.geometries);

/** As much of the borders: the file is made, and read by the server, with the whole of `boundaryTopology`. */
export const isBoundaryTopology = (input: unknown): input is BoundaryTopology =>
	isRecord(input) &&
	Array.isArray(input.arcs) &&
	isRecord(input.objects) &&
	isCollection(input.objects.municipalities) &&
	isCollection(input.objects.provinces);
