import * as v from 'valibot';
import { emailField, messageField, trapField } from '$lib/contact/messageFields';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { REPORT_LIMITS, REPORT_TOPICS, type ReportTopic } from '$lib/domain/desk/report';

/** What somebody says is wrong about a desk. Messages are functions: each visitor reads their language. */
export const reportSchema = v.object({
	topic: v.pipe(
		v.optional(v.string(), ''),
		v.transform((chosen): ReportTopic | '' => REPORT_TOPICS.find((topic) => topic === chosen) ?? ''),
		v.check((topic) => topic !== '', m.desk_report_topic_missing)
	),
	message: messageField({ min: REPORT_LIMITS.messageMin, max: REPORT_LIMITS.message }),
	email: emailField,
	trap: trapField
});

export type ReportForm = v.InferOutput<typeof reportSchema>;
