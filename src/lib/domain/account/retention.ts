/**
 * How long an account waits that nobody decides about. The privacy page tells these days, the daily upkeep holds the
 * database to them.
 */
export const WAITING_ACCOUNTS = {
	/** A suspended account goes after so long. */
	suspendedDays: 365,
	/** A request whose address is proven, but that no administrator approved or rejected. */
	undecidedDays: 180,
	/** It is told by mail, so long before and once more. */
	firstNoticeDays: 30,
	lastNoticeDays: 7
} as const;
