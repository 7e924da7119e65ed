/** The hidden field that says which edition of a row a form was filled in for. */
import * as v from 'valibot';

/** As the Data API writes one. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/;
const NEVER = '1970-01-01T00:00:00+00:00';

/** The `updated_at` of what was looked at, so that a later edition is not lost; anything else is no edition there is. */
export const editionField = v.pipe(
	v.optional(v.string(), ''),
	v.transform((seen) => (INSTANT.test(seen) ? seen : NEVER))
);
