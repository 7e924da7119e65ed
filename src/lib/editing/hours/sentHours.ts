import type { HoursDraft } from './hoursDraft';

/** Opening hours as they were sent with the form of a desk. */
export interface SentHours {
	draft: HoursDraft;
	/** What has to be mended; `field` is the id of a box. */
	errors: { field: string; message: string }[];
}
