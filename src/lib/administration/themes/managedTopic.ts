/** Themes of expertise as administrators see them: types only. */
import type { Locale } from '$lib/domain/directory/directory';
import type { Topic } from '$lib/domain/colleague/expertise';

export interface ManagedTopic extends Topic {
	/** Its `updated_at` as the database writes it: which edition a form is filled in for. */
	edition: string;
	/** How many people offer it, and how many look for it, whoever sees them. */
	offered: number;
	sought: number;
	/** What became part of it, directly or in steps. */
	former: { slug: string; name: Record<Locale, string> }[];
}
