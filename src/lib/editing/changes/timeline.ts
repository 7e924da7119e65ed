/** One version in a history. Types only. */
import type { DifferenceRow } from './difference';

export interface TimelineItem {
	id: number;
	/** ISO instant. */
	at: string;
	/** Who chose to be seen, or oneself; null for others. */
	by: string | null;
	/** False for what was loaded with the database, or changed by somebody who left. */
	isByPerson: boolean;
	isOwn: boolean;
	/** What the public reads now. */
	isCurrent: boolean;
	/** The oldest that is shown: nothing to compare it with. */
	isFirst: boolean;
	visibility: 'shown' | 'hidden' | null;
	/** Against the version before. */
	rows: DifferenceRow[];
}
