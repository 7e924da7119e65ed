import * as v from 'valibot';
import { messageField } from '$lib/contact/messageFields';
import { characters, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { FormProblem } from '$lib/base/form/outcome';

/** Characters (Unicode code points), the same numbers as in `send_first_message` of the database. */
export const MESSAGE_LIMITS = { subjectMin: 3, subject: 120, messageMin: 20, message: 3_000 } as const;

const subjectLong = () => m.colleagues_subject_long({ limit: MESSAGE_LIMITS.subject });

/** The first message to a colleague. Messages are functions: each person reads their language. */
export const messageSchema = v.object({
	subject: v.pipe(
		v.optional(v.string(), ''),
		v.check((subject) => isWithinReach(subject, MESSAGE_LIMITS.subject), subjectLong),
		v.transform(onOneLine),
		v.check((subject) => characters(subject) >= MESSAGE_LIMITS.subjectMin, m.colleagues_subject_missing),
		v.check((subject) => characters(subject) <= MESSAGE_LIMITS.subject, subjectLong)
	),
	message: messageField({ min: MESSAGE_LIMITS.messageMin, max: MESSAGE_LIMITS.message })
});

export type MessageForm = v.InferOutput<typeof messageSchema>;

/** Why a valid message was not sent. The text itself stays in the form. */
export type MessageProblem = FormProblem | { kind: 'not-reachable' | 'too-often' | 'just-sent' | 'paused' };
