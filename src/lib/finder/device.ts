/**
 * The finder on the device itself: from the last known directory when it is offline, and from where it is, which it tells
 * nobody. Everything heavy hangs under this module: import it dynamically.
 */
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import * as v from 'valibot';
import { findDesks, languagesOf } from '$lib/domain/desk/deskFinder';
import type { AskedPlace } from '$lib/domain/desk/deskPlace';
import { deskQuery, type DeskQuery } from '$lib/domain/desk/deskQuery';
import type { Locale } from '$lib/domain/directory/directory';
import { indexDirectory, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { LonLat } from '$lib/domain/place/mapFrame';
import { boundaryTopology } from '$lib/domain/place/topology';
import { deskView, type DeskView } from '$lib/desk/deskView';
import { findDesk } from '$lib/desk/findDesk';
import { decodeBoundaries, type Boundaries } from '$lib/map/boundaries';
import { thisMinute } from './clock';
import { finderView, type FinderView } from './finderView';
import { KEPT_AT } from './keptCopy';
import { packedDirectory, unpackDirectory } from './packedDirectory';

export interface DeviceDirectory {
	index: DirectoryIndex;
	readPhone: (e164: string) => string;
	/** ISO instant at which the copy was fetched; null when the site answered just now. */
	keptAt: string | null;
}

/** @throws when there is neither a network nor a copy, or what comes is not a directory */
export async function fetchDirectory(): Promise<DeviceDirectory> {
	const response = await fetch('/loketten/gegevens.json');
	if (!response.ok) throw new Error(`The directory answered ${response.status}`);
	const packed = v.parse(packedDirectory, await response.json());
	return {
		index: indexDirectory(unpackDirectory(packed)),
		readPhone: (e164) => packed.phones[e164] ?? e164,
		keptAt: response.headers.get(KEPT_AT)
	};
}

/** @param from where the device is; null = what the query says */
export function findOnDevice(
	{ index, readPhone }: DeviceDirectory,
	params: URLSearchParams,
	locale: Locale,
	from: AskedPlace | null
): { query: DeskQuery; view: FinderView } {
	const { query } = deskQuery.parse(params, { taal: { values: languagesOf(index) } });
	const now = thisMinute();
	const found = findDesks(index, query, now, { locale, ...(from ? { from } : {}) });
	return { query: { ...query, page: found.page }, view: finderView(found, now, locale, readPhone) };
}

/** A desk as its page shows it, but for what is not kept. @returns null where no such desk is kept */
export function deskOnDevice(
	{ index, readPhone }: DeviceDirectory,
	slug: string,
	locale: Locale
): DeskView | null {
	const found = findDesk(index, slug);
	return found ? deskView(index, found, locale, thisMinute(), readPhone) : null;
}

let boundaries: Promise<Boundaries> | undefined;

/**
 * The place of a device with the municipality around it, by the same borders as the map draws.
 * @throws when the borders cannot be fetched
 */
export async function placeOfDevice({ index }: DeviceDirectory, [lon, lat]: LonLat): Promise<AskedPlace> {
	boundaries ??= fetchBoundaries();
	boundaries.catch(() => (boundaries = undefined));
	const { municipalities, boxes } = await boundaries;
	const area = municipalities.features.find(({ properties, geometry }) => {
		const [west, south, east, north] = boxes.get(properties.nisCode) ?? [0, 0, 0, 0];
		const isNear = lon >= west && lon <= east && lat >= south && lat <= north;
		return isNear && booleanPointInPolygon([lon, lat], geometry);
	});
	const entry = area ? (index.byNisCode.get(area.properties.nisCode) ?? null) : null;
	return { by: 'here', label: '', names: null, lon, lat, entry };
}

async function fetchBoundaries(): Promise<Boundaries> {
	const response = await fetch('/boundaries.json');
	if (!response.ok) throw new Error(`The borders answered ${response.status}`);
	return decodeBoundaries(v.parse(boundaryTopology, await response.json()));
}
