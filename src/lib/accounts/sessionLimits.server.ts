/** How long a session lasts without being used: `ADMIN_SESSION_HOURS` for administrators, `SESSION_DAYS` for others. */
import { env } from '$env/dynamic/private';
import { inOneLine } from '$lib/base/log/tellError.server';
import { dayCount } from '$lib/base/settings/dayCount';
import type { TypedClient } from '$lib/base/database/supabase.server';

export interface SessionLimits {
	adminHours: number;
	otherDays: number;
}

const USUAL_HOURS = 12;
const MOST_HOURS = 720;

/** @throws when a setting is no such number */
export function sessionLimits(settings: Readonly<Record<string, string | undefined>> = env): SessionLimits {
	const text = settings.ADMIN_SESSION_HOURS?.trim() || String(USUAL_HOURS);
	const adminHours = /^[1-9][0-9]*$/.test(text) ? Number(text) : Number.NaN;
	if (!(adminHours <= MOST_HOURS)) {
		throw new Error(`ADMIN_SESSION_HOURS must be a whole number of hours, from 1 to ${MOST_HOURS}.`);
	}
	return { adminHours, otherDays: dayCount(settings, 'SESSION_DAYS', 30) };
}

/** Seconds after which a browser may forget the cookies of a session: none lasts longer without use. */
export function sessionCookieSeconds({ adminHours, otherDays } = sessionLimits()): number {
	return Math.max(adminHours * 3_600, otherDays * 86_400);
}

/** Tells the database, which ends sessions, and has it forget those that ended. Never rejects. */
export async function keepSessions(
	client: TypedClient,
	{ adminHours, otherDays }: SessionLimits,
	log: (message: string) => void
): Promise<void> {
	try {
		const { error } = await client.rpc('keep_sessions', {
			p_admin_hours: adminHours,
			p_other_days: otherDays
		});
		if (error) log(`keep_sessions: ${inOneLine(error)}`);
	} catch (cause) {
		log(`keep_sessions: ${inOneLine(cause)}`);
	}
}
