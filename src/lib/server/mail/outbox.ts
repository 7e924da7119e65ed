import * as v from 'valibot';
import { DatabaseError, type TypedClient } from '../supabase';
import type { OutboxMail } from './messages';

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

const REQUEST_TIMEOUT_MS = 10_000;

/** To the database no text means sent, so a problem without words gets one. */
const told = (problem: string | undefined): string => (problem === undefined ? '' : problem || 'unknown');

/** @param client acts as `service_role` */
export function outboxOf(client: TypedClient): Outbox {
	return {
		async claim(limit, leaseSeconds) {
			const { data, error } = await client
				.rpc('claim_mail', { p_limit: limit, p_lease_seconds: leaseSeconds })
				.abortSignal(AbortSignal.timeout(REQUEST_TIMEOUT_MS));
			if (error) throw new DatabaseError('claim_mail', error);
			return data;
		},
		async settle({ id, lease }, problem) {
			const { data, error } = await client
				.rpc('settle_mail', { p_mail_id: id, p_lease: lease, p_error: told(problem) })
				.abortSignal(AbortSignal.timeout(REQUEST_TIMEOUT_MS));
			if (error) throw new DatabaseError('settle_mail', error);
			return v.parse(settledSchema, data);
		},
		async nextAt() {
			const { data, error } = await client
				.rpc('next_mail_at')
				.abortSignal(AbortSignal.timeout(REQUEST_TIMEOUT_MS));
			if (error) throw new DatabaseError('next_mail_at', error);
			const instant = v.parse(instantSchema, data);
			return instant === null ? null : Date.parse(instant);
		}
	};
}
