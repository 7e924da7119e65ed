/** How often a desk is checked: `VERIFY_AFTER_DAYS` and `VERIFY_REMINDER_DAYS`. */
import { env } from '$env/dynamic/private';

export interface CheckPeriods {
	/** Days after which a desk that nobody confirmed is asked about. */
	afterDays: number;
	/** Days between that question and each reminder, and after the last one. */
	reminderDays: number;
}

const LONGEST = 3_650;

/** @throws when a setting is no number of days; at the start rather than silently never */
export const checkPeriods = (settings: Record<string, string | undefined> = env): CheckPeriods => ({
	afterDays: days(settings, 'VERIFY_AFTER_DAYS', 365),
	reminderDays: days(settings, 'VERIFY_REMINDER_DAYS', 14)
});

function days(settings: Record<string, string | undefined>, name: string, usual: number): number {
	const value = settings[name]?.trim();
	if (!value) return usual;
	const count = /^[1-9][0-9]*$/.test(value) ? Number(value) : Number.NaN;
	if (!(count <= LONGEST)) throw new Error(`${name} must be a whole number of days, from 1 to ${LONGEST}.`);
	return count;
}
