import * as v from 'valibot';

export const DEFAULT_PER_PAGE = 50;
export const MAX_PER_PAGE = 1000;

const whole = (highest: number) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,9}$/, `Expected a whole number from 1 to ${highest}.`),
		v.transform(Number),
		v.minValue(1, `Expected a whole number from 1 to ${highest}.`),
		v.maxValue(highest, `Expected a whole number from 1 to ${highest}.`)
	);

const yesOrNo = v.pipe(
	v.picklist(['true', 'false'], 'Expected true or false.'),
	v.transform((value) => value === 'true')
);

const INSTANT = 'Expected an ISO 8601 date or date and time, such as 2026-01-31 or 2026-01-31T09:00:00Z.';

/** @returns milliseconds; without offset it is UTC, as the standard has it */
const instant = v.pipe(
	v.string(),
	// The "+" of an offset means a space in a query, and few think of writing %2B.
	v.transform((value) => value.replace(/ (?=\d\d:\d\d$)/, '+')),
	v.regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/, INSTANT),
	v.transform((value) => Date.parse(/T[^Z+-]*$/.test(value) ? `${value}Z` : value)),
	v.finite(INSTANT)
);

const id = v.pipe(v.string(), v.uuid('Expected a UUID.'));

const paging = {
	page: v.optional(whole(1_000_000), '1'),
	per_page: v.optional(whole(MAX_PER_PAGE)),
	format: v.optional(v.picklist(['json'], 'Only json.')),
	search: v.optional(v.pipe(v.string(), v.maxLength(200, 'Expected at most 200 characters.')))
};
const classified = { taxonomy_id: v.optional(id), taxonomy_term_id: v.optional(id) };
const modified = { modified_after: v.optional(instant) };
const full = { full: v.optional(yesOrNo, 'false') };

/** The parameters of each list, by its address. */
export const LISTS = {
	services: v.object({
		...paging,
		...classified,
		...modified,
		...full,
		organization_id: v.optional(id),
		minimal: v.optional(yesOrNo, 'false')
	}),
	organizations: v.object({
		...paging,
		...classified,
		...modified,
		...full,
		full_service: v.optional(yesOrNo, 'false')
	}),
	service_at_locations: v.object({
		...paging,
		...classified,
		...modified,
		...full,
		organization_id: v.optional(id)
	}),
	taxonomies: v.object(paging),
	taxonomy_terms: v.object({ ...paging, taxonomy_id: v.optional(id) })
} as const;

export type ListName = keyof typeof LISTS;
export const LIST_NAMES: readonly ListName[] = [
	'services',
	'organizations',
	'service_at_locations',
	'taxonomies',
	'taxonomy_terms'
];

/** Of one organization. */
export const ONE_ORGANIZATION = v.object({ full_service: v.optional(yesOrNo, 'false') });
