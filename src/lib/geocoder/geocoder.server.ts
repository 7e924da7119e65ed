/** Where an address is: by the register of its region, and by its place when that cannot be asked. */
import { readAddress, readStreet, type AddressText } from '$lib/domain/place/addressText';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { normalisePlace } from '$lib/domain/place/placeSearch';
import { isIn, municipalityAt } from '$lib/directory/municipalityAt.server';
import { askBest } from './best.server';
import { askFlanders } from './flanders.server';
import { municipalitiesCalled, placesOf, statedMunicipalities } from './places.server';
import type { RegisterHit, Wanted } from './registerHit.server';
import { createService, type Service, type ServiceOptions } from './service.server';

export type GeocodeQuery = string | { street: string; postcode?: string; place?: string };

export interface GeocodeHit {
	/** As it is shown to choose from: "Veldstraat 12, 9000 Gent"; for a place its name. */
	label: string;
	/** WGS84 degrees. */
	lon: number;
	lat: number;
	/** Of the current municipality; null when it lies outside all of them. */
	nisCode: string | null;
	/** True for the house itself, false for its street or its place. */
	precise: boolean;
	source: 'address-register' | 'best' | 'place';
}

export interface GeocodeOptions {
	/** Ends the question when whoever asked has gone. */
	signal?: AbortSignal;
	/** Called before a register is asked, once; false leaves it at the place. */
	mayAsk?: () => boolean;
}

export interface GeocoderOptions extends Partial<ServiceOptions> {
	/** Base address of the Flemish geolocation service, up to and with its version; undefined asks nobody. */
	flandersUrl: string | undefined;
	/** Base address of BeSt Address, up to and with `belgianAddress/v2`. */
	brusselsUrl: string | undefined;
	index: () => Promise<DirectoryIndex>;
}

interface Register {
	source: 'address-register' | 'best';
	service: Service;
	look: (service: Service, wanted: Wanted, signal: AbortSignal) => Promise<RegisterHit[]>;
}

/** Never rejects: without a register the place answers, and without a directory nothing does. */
export type Geocode = (query: GeocodeQuery, options?: GeocodeOptions) => Promise<GeocodeHit[]>;

export function createGeocoder(options: GeocoderOptions): Geocode {
	const { now = () => performance.now(), log = console.warn, timeoutMs } = options;
	const settings = { now, log, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
	const register = (
		source: Register['source'],
		name: string,
		url: string | undefined,
		look: Register['look']
	): Register | undefined =>
		url ? { source, service: createService(name, url, settings), look } : undefined;
	const flanders = register('address-register', 'Flanders', options.flandersUrl, askFlanders);
	const brussels = register('best', 'BeSt Address', options.brusselsUrl, askBest);

	/** The registers for an address in one of these municipalities; both where it can be anywhere. */
	function registersFor(index: DirectoryIndex, stated: ReadonlySet<string>): Register[] {
		const regions = [...stated].map((nisCode) => index.byNisCode.get(nisCode)?.municipality.province);
		const inBrussels = stated.size === 0 || regions.includes('brussel');
		const inFlanders = stated.size === 0 || regions.some((province) => province !== 'brussel');
		return [inFlanders ? flanders : undefined, inBrussels ? brussels : undefined].filter(
			(one) => one !== undefined
		);
	}

	return async (query, { signal, mayAsk = () => true } = {}) => {
		const index = await options.index().catch(() => undefined);
		if (!index) return [];
		const whole = typeof query === 'string' ? query : lineOf(query);
		const address = typeof query === 'string' ? readAddress(query) : addressOf(query);
		const places = placesOf(index, address, whole).map((place): GeocodeHit => ({
			...place,
			precise: false,
			source: 'place'
		}));
		if (isPlaceOnly(address, places)) return places;
		const stated = statedMunicipalities(index, address);
		const registers = registersFor(index, stated).filter(({ service }) => service.isWilling());
		if (registers.length === 0 || !mayAsk()) return places;
		const [only] = stated.size === 1 ? stated : [];
		const found = await Promise.all(
			registers.map(async ({ source, service, look }) => {
				const wanted = { ...address, nisCode: only ?? null };
				const hits = await look(service, wanted, service.deadline(signal));
				return hits.flatMap((hit) => hitOf(index, hit, source, address, stated));
			})
		);
		const hits = distinct(found.flat().toSorted((a, b) => Number(b.precise) - Number(a.precise)));
		return hits.length > 0 ? hits : places;
	};
}

function hitOf(
	index: DirectoryIndex,
	{ street, houseNumber, postcode, municipality, nisCode: given, point }: RegisterHit,
	source: GeocodeHit['source'],
	wanted: AddressText,
	stated: ReadonlySet<string>
): GeocodeHit[] {
	const [lon, lat] = point;
	const known = given !== null && index.byNisCode.has(given) ? given : null;
	const [called] = municipality === null ? [] : municipalitiesCalled(index, municipality);
	const nisCode = known ?? municipalityAt(lon, lat) ?? called ?? null;
	// A register that answers with a street elsewhere, or with a point that is not where it says, has not found it.
	if (stated.size > 0 && ![...stated].some((one) => isIn(one, point))) return [];
	if (known !== null && !isIn(known, point)) return [];
	const line = houseNumber === null ? street : `${street} ${houseNumber}`;
	const place = [postcode, municipality].filter(Boolean).join(' ');
	return [
		{
			label: place ? `${line}, ${place}` : line,
			lon,
			lat,
			nisCode,
			precise: houseNumber !== null && isSameNumber(houseNumber, wanted.houseNumber),
			source
		}
	];
}

const isSameNumber = (a: string, b: string | null): boolean =>
	b === null || a.replace(/\s/g, '').toUpperCase() === b;

/** "Gent" and "9000 Gent" are no address: no register knows more about them than we do. */
function isPlaceOnly({ street, houseNumber, postcode, place }: AddressText, places: GeocodeHit[]): boolean {
	if (street === '') return true;
	if (houseNumber !== null || postcode !== null || place !== null) return false;
	return places.some(({ label }) => normalisePlace(label) === normalisePlace(street));
}

function addressOf({ street, postcode, place }: Exclude<GeocodeQuery, string>): AddressText {
	return { ...readStreet(street), postcode: postcode?.trim() || null, place: place?.trim() || null };
}

function lineOf({ street, postcode, place }: Exclude<GeocodeQuery, string>): string {
	return [street, [postcode, place].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

function distinct(hits: GeocodeHit[]): GeocodeHit[] {
	return [...new Map(hits.map((hit) => [hit.label, hit])).values()];
}
