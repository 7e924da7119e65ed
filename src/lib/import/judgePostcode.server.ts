/** Whether the postcode, the place and the government of a desk belong together, as its pin is judged too. */
import { slugOf } from '../domain/text/slug.ts';
import type { Remark, WarningCode } from './importPlan.ts';
import type { Cells, Comparison } from './compareRow.server.ts';
import type { ExistingDesk, ExistingGovernment, StateIndex } from './existing.server.ts';

/** A row that says its postcode and no place has that of its own municipality, where the postcode is one of it. */
export function withPlace(index: StateIndex, owner: ExistingGovernment, cells: Cells): Cells {
	const postcode = cells.get('postcode')?.replace(/\D/g, '') ?? '';
	const own = index.municipality.get(owner.nis_code);
	const isOwn = index.placesByPostcode.get(postcode)?.some(({ nisCode }) => nisCode === owner.nis_code);
	if (cells.has('plaats') || !own || !isOwn) return cells;
	return new Map([...cells, ['plaats', own.name]]);
}

/** @param desk null for a new one */
export function judgePostcode(
	index: StateIndex,
	owner: ExistingGovernment,
	{ content }: Comparison,
	desk: ExistingDesk | null
): Remark<WarningCode>[] {
	if (!('postcode' in content) && !('place' in content)) return [];
	const postcode = String(content.postcode ?? desk?.postcode ?? '');
	const place = String(content.place ?? desk?.place ?? '');
	const places = index.placesByPostcode.get(postcode);
	if (!places) return [{ code: 'unknown_postcode', values: [postcode] }];
	const nameOf = (nisCode: string) => index.municipality.get(nisCode)?.name ?? nisCode;
	const towns = new Set(places.map(({ nisCode }) => nisCode));
	if (!towns.has(owner.nis_code)) {
		return [
			{
				code: 'other_postcode',
				values: [postcode, [...towns].map(nameOf).join(', '), nameOf(owner.nis_code)]
			}
		];
	}
	const there = index.nisCodeByName.get(slugOf(place));
	const isKnownThere = places.some(({ placeName }) => slugOf(placeName) === slugOf(place));
	return there && !towns.has(there) && !isKnownThere
		? [{ code: 'other_place', values: [postcode, place] }]
		: [];
}
