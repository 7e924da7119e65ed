import * as v from 'valibot';
import { editionField } from '$lib/base/form/editionField';
import type { Locale } from '$lib/domain/directory/directory';
import { characters, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { FormProblem } from '$lib/base/form/outcome';

/** Characters (Unicode code points), the same numbers as the constraints of `expertise_topic` in the database. */
export const TOPIC_LIMITS = { nameMin: 2, name: 80 } as const;

const nameLong = () => m.expertise_admin_name_long({ limit: TOPIC_LIMITS.name });
const name = v.pipe(
	v.optional(v.string(), ''),
	v.check((text) => isWithinReach(text, TOPIC_LIMITS.name), nameLong),
	v.transform(onOneLine),
	v.check((text) => text !== '', m.expertise_admin_name_missing),
	v.check(
		(text) => text === '' || characters(text) >= TOPIC_LIMITS.nameMin,
		() => m.expertise_admin_name_short({ limit: TOPIC_LIMITS.nameMin })
	),
	v.check((text) => characters(text) <= TOPIC_LIMITS.name, nameLong)
);

/** What a theme is called. Messages are functions: each administrator reads their language. */
export const topicSchema = v.object({ nl: name, fr: name, en: name, edition: editionField });

export type TopicForm = v.InferOutput<typeof topicSchema>;

/** Why valid names were not kept, other than in the fields themselves. */
export type TopicOutcome =
	| FormProblem
	/** Somebody else renamed it since it was looked at, to this. */
	| { kind: 'outdated'; now: Record<Locale, string> }
	/** It became part of another theme meanwhile. */
	| { kind: 'gone' };
