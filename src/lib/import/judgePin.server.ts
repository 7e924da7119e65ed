/** The point of a desk: refused outside Belgium, warned about in another municipality, and that of its own when it has none. */
import { DESK_FIELDS } from '../domain/desk/fields.ts';
import type { Remark, WarningCode } from './importPlan.ts';
import { booleanText } from './cellText.server.ts';
import type { Comparison } from './compareRow.server.ts';
import type { ExistingDesk, ExistingGovernment, StateIndex } from './existing.server.ts';

const { lon: LON, lat: LAT } = DESK_FIELDS;
const within = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;

/** Adds what is missing and what is wrong to the comparison. @param desk null for a new one */
export function judgePin(
	index: StateIndex,
	owner: ExistingGovernment,
	told: Comparison,
	desk: ExistingDesk | null
): Remark<WarningCode>[] {
	const { content, changes, problems } = told;
	const own = index.municipality.get(owner.nis_code);
	const isMoved = 'lon' in content || 'lat' in content;
	if (problems.some(({ column }) => column === 'lengtegraad' || column === 'breedtegraad')) return [];
	if (!isMoved) {
		if (desk) {
			const isElsewhere = ['street', 'postcode', 'place'].some((key) => key in content);
			return isElsewhere && !desk.location_approximate ? [{ code: 'address_without_point' }] : [];
		}
		if (!own) {
			problems.push({ code: 'half_point' });
			return [];
		}
		Object.assign(content, { lon: own.lon, lat: own.lat, location_approximate: true });
		return [{ code: 'approximate', values: [own.name] }];
	}
	const lon = content.lon ?? desk?.lon;
	const lat = content.lat ?? desk?.lat;
	if (typeof lon !== 'number' || typeof lat !== 'number') {
		problems.push({ code: 'half_point' });
		return [];
	}
	if (!within(lon, LON.range) || !within(lat, LAT.range)) {
		problems.push({
			code: within(lat, LON.range) && within(lon, LAT.range) ? 'swapped_point' : 'outside_belgium'
		});
		return [];
	}
	if (desk?.location_approximate && !('location_approximate' in content)) {
		told.seen.location_approximate = true;
		content.location_approximate = false;
		changes.push({ column: 'bij_benadering', from: booleanText(true), to: booleanText(false) });
	}
	if (index.state.isIn(owner.nis_code, [lon, lat])) return [];
	const there = index.state.municipalityAt(lon, lat);
	if (there === null) {
		problems.push({ code: 'outside_belgium' });
		return [];
	}
	return [
		{
			code: 'other_municipality',
			values: [index.municipality.get(there)?.name ?? there, own?.name ?? owner.nis_code]
		}
	];
}
