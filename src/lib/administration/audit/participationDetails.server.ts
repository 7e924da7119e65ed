/** What the trail keeps of when a government takes part. */
import * as v from 'valibot';
import type { ParticipationChange } from './auditEntry';

const day = v.optional(v.nullable(v.string()), null);

/** Of `details`. What was there before is not in the oldest entries. */
export const participationDetails = {
	since: day,
	until: day,
	sinceBefore: v.optional(v.nullable(v.string())),
	untilBefore: day
};

/** Null for an entry about anything else. */
export const participationChange = (
	action: string,
	{
		since,
		until,
		sinceBefore,
		untilBefore
	}: {
		since: string | null;
		until: string | null;
		sinceBefore?: string | null | undefined;
		untilBefore: string | null;
	}
): ParticipationChange | null =>
	action === 'participation_changed'
		? {
				since,
				until,
				before: sinceBefore === undefined ? null : { since: sinceBefore, until: untilBefore }
			}
		: null;
