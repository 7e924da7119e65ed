/** How often a desk is checked: `VERIFY_AFTER_DAYS` and `VERIFY_REMINDER_DAYS`. */
import { env } from '$env/dynamic/private';
import { dayCount } from '$lib/base/settings/dayCount';

export interface CheckPeriods {
	/** Days after which a desk that nobody confirmed is asked about. */
	afterDays: number;
	/** Days between that question and each reminder, and after the last one. */
	reminderDays: number;
}

/** @throws when a setting is no number of days */
export const checkPeriods = (settings: Record<string, string | undefined> = env): CheckPeriods => ({
	afterDays: dayCount(settings, 'VERIFY_AFTER_DAYS', 365),
	reminderDays: dayCount(settings, 'VERIFY_REMINDER_DAYS', 14)
});
