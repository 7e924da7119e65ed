/** What members report about how another member writes, as administrators see it: types only. Dates are ISO 8601. */
import type { Mention } from './audit/auditEntry';

export interface ColleagueReport {
	id: string;
	/** The fingerprint of all of it. */
	seen: string;
	reported: Mention;
	/** What somebody told goes when they leave. */
	reporter: Mention;
	reason: string;
	createdAt: string;
	/** Null as long as it is open. */
	handledAt: string | null;
	/** Null as long as it is open, or once that administrator has left. */
	handledBy: Mention | null;
}
