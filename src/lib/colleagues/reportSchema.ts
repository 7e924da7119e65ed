import * as v from 'valibot';
import { messageField } from '$lib/contact/messageFields';

/** Characters (Unicode code points), the same numbers as the constraint of `colleague_report` in the database. */
export const REPORT_LIMITS = { reasonMin: 10, reason: 2_000 } as const;

/** What is wrong about how somebody writes, for the administrators. */
export const reportSchema = v.object({
	reason: messageField({ min: REPORT_LIMITS.reasonMin, max: REPORT_LIMITS.reason })
});

export type ReportForm = v.InferOutput<typeof reportSchema>;

/** Why a valid report was not stored. */
export type ReportProblem =
	| { kind: 'too-often' }
	/** It could not be stored; `id` is in the log too. */
	| { kind: 'unavailable'; id: string }
	/** The server was not reached at all. */
	| { kind: 'offline' };
