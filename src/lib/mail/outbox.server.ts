import * as v from 'valibot';
import { ask } from '$lib/base/database/ask.server';
import { serviceClient, type TypedClient } from '$lib/base/database/supabase.server';
import type { OutboxMail } from './compose.server';

/** A mail that this server, and no other, may send until its lease ends. */
export interface ClaimedMail extends OutboxMail {
	lease: string;
}

/** The mail that waits in the database, as one server sees it. Every call throws when the database does not answer. */
export interface Outbox {
	/** Takes mail that is due, at most `limit`, for `leaseSeconds`. */
	claim(limit: number, leaseSeconds: number): Promise<ClaimedMail[]>;
	/** Says how it went: sent, or what the `problem` was. `lost`: the lease had ended and another server has the mail. */
	settle(mail: ClaimedMail, problem?: string): Promise<Settled>;
	/** When the next mail is due, in milliseconds since 1970; null when none waits. */
	nextAt(): Promise<number | null>;
}

const settledSchema = v.picklist(['sent', 'retry', 'dead', 'lost']);
export type Settled = v.InferOutput<typeof settledSchema>;

const instantSchema = v.nullable(v.pipe(v.string(), v.isoTimestamp()));

/** To the database no text means sent, so a problem without words gets one. */
const told = (problem: string | undefined): string => (problem === undefined ? '' : problem || 'unknown');

/** Whether mail leaves later than people expect; where that cannot be found out, nothing is said of it. */
export async function mailIsSlow(): Promise<boolean> {
	return ask('mail_is_slow', serviceClient().rpc('mail_is_slow')).catch(() => false);
}

/** @param client acts as `service_role` */
export function outboxOf(client: TypedClient): Outbox {
	return {
		claim: (limit, leaseSeconds) =>
			ask('claim_mail', client.rpc('claim_mail', { p_limit: limit, p_lease_seconds: leaseSeconds })),
		async settle({ id, lease }, problem) {
			const settled = client.rpc('settle_mail', { p_mail_id: id, p_lease: lease, p_error: told(problem) });
			return v.parse(settledSchema, await ask('settle_mail', settled));
		},
		async nextAt() {
			const instant = v.parse(instantSchema, await ask('next_mail_at', client.rpc('next_mail_at')));
			return instant === null ? null : Date.parse(instant);
		}
	};
}
