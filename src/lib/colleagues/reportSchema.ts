import * as v from 'valibot';
import { messageField } from '$lib/contact/messageFields';
import type { FormProblem } from '$lib/base/form/outcome';

/** Characters (Unicode code points), the same numbers as the constraint of `colleague_report` in the database. */
export const REPORT_LIMITS = { reasonMin: 10, reason: 2_000 } as const;

/** What is wrong about how somebody writes, for the administrators. */
export const reportSchema = v.object({
	reason: messageField({ min: REPORT_LIMITS.reasonMin, max: REPORT_LIMITS.reason })
});

export type ReportForm = v.InferOutput<typeof reportSchema>;

/** Why a valid report was not stored. */
export type ReportProblem = FormProblem | { kind: 'too-often' };
