/** Where the address of a desk is. */
import type { DeskForm } from './deskSchema';
import { toDegrees } from '../textFields';
import type { DeskOutcome, FoundPlace } from '../outcome';
import { geocode } from '$lib/geocoder/index.server';

const MOST_PLACES = 5;

/** Six decimals: about a hand's breadth. */
const shown = (degrees: number): string => String(Number(degrees.toFixed(6)));

/** The form with its pin at a place. */
export function withPin(form: DeskForm, { lon, lat, precise }: Omit<FoundPlace, 'label'>): DeskForm {
	const at = { lon: shown(lon), lat: shown(lat) };
	return { ...form, ...at, approximateAt: precise ? '' : `${at.lon} ${at.lat}` };
}

/** Places that the address of the form may be, best first. Never rejects. */
export async function placesOf({ street, postcode, place }: DeskForm): Promise<FoundPlace[]> {
	const query = {
		street: street.trim(),
		...(postcode.trim() ? { postcode: postcode.trim() } : {}),
		...(place.trim() ? { place: place.trim() } : {})
	};
	const hits = await geocode(query);
	return hits.slice(0, MOST_PLACES).map(({ label, lon, lat, precise }) => ({ label, lon, lat, precise }));
}

/** Puts the pin at the best place for the address, and tells which others it may be. */
export async function locate(form: DeskForm): Promise<{ form: DeskForm; outcome: DeskOutcome }> {
	const [best, ...others] = await placesOf(form);
	if (!best) return { form, outcome: { kind: 'not-located' } };
	return { form: withPin(form, best), outcome: { kind: 'located', place: best, others } };
}

/** "3.72 51.05 1": a place that was proposed; the last number is whether it is precise. */
export function readPlace(text: string): Omit<FoundPlace, 'label'> | null {
	const [first = '', second = '', precise = ''] = text.split(' ');
	const lon = toDegrees(first);
	const lat = toDegrees(second);
	return lon === null || lat === null ? null : { lon, lat, precise: precise === '1' };
}
