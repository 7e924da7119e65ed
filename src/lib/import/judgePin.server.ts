/** The point of a desk: left out outside Belgium, warned about in another municipality, and that of its own when it has none. */
import { DESK_FIELDS } from '../domain/desk/fields.ts';
import type { Column } from './importColumns.ts';
import type { ProblemCode, Remark, WarningCode } from './importPlan.ts';
import { booleanText } from './cellText.server.ts';
import type { Comparison } from './compareRow.server.ts';
import type { ExistingDesk, ExistingGovernment, StateIndex } from './existing.server.ts';

const POINT: ReadonlySet<Column> = new Set(['lengtegraad', 'breedtegraad']);
const { lon: LON, lat: LAT } = DESK_FIELDS;
const within = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;

/**
 * Adds what is missing to the comparison. A point that cannot be is left out, as if it was not told: the address says where
 * the desk is, and somebody puts the pin right.
 * @param desk null for a new one
 */
export function judgePin(
	index: StateIndex,
	owner: ExistingGovernment,
	told: Comparison,
	desk: ExistingDesk | null
): Remark<WarningCode>[] {
	const { content, changes, problems, seen } = told;
	const own = index.municipality.get(owner.nis_code);
	const point = pointOf(index, owner, told, desk);
	if (!Array.isArray(point)) {
		if (point) told.leftOut.push(point);
		for (const said of [content, seen]) {
			delete said.lon;
			delete said.lat;
		}
		told.changes = changes.filter(({ column }) => !POINT.has(column));
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
	if (desk?.location_approximate && !('location_approximate' in content)) {
		seen.location_approximate = true;
		content.location_approximate = false;
		changes.push({ column: 'bij_benadering', from: booleanText(true), to: booleanText(false) });
	}
	if (index.state.isIn(owner.nis_code, point)) return [];
	const there = index.state.municipalityAt(...point) ?? '';
	return [
		{
			code: 'other_municipality',
			values: [index.municipality.get(there)?.name ?? there, own?.name ?? owner.nis_code]
		}
	];
}

/** The point that a row gives; why it cannot be one; null when it gives none, or none that can be read. */
function pointOf(
	{ state }: StateIndex,
	owner: ExistingGovernment,
	{ content, leftOut }: Comparison,
	desk: ExistingDesk | null
): [lon: number, lat: number] | Remark<ProblemCode> | null {
	const isTold = 'lon' in content || 'lat' in content;
	if (!isTold || leftOut.some(({ column }) => column && POINT.has(column))) return null;
	const lon = content.lon ?? desk?.lon;
	const lat = content.lat ?? desk?.lat;
	if (typeof lon !== 'number' || typeof lat !== 'number') return { code: 'half_point' };
	if (!within(lon, LON.range) || !within(lat, LAT.range)) {
		return { code: within(lat, LON.range) && within(lon, LAT.range) ? 'swapped_point' : 'outside_belgium' };
	}
	const isThere = state.isIn(owner.nis_code, [lon, lat]) || state.municipalityAt(lon, lat) !== null;
	return isThere ? [lon, lat] : { code: 'outside_belgium' };
}
