/** How each field of a government's page is asked for, in the order of the page; one that is missing does not compile. */
import type { GOVERNMENT_FIELDS } from '$lib/domain/government/fields';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Inputs } from '../asked';

export const GOVERNMENT_INPUTS = {
	phone: { at: 'page', label: m.editing_phone, hint: m.editing_government_contact_hint },
	email: { at: 'page', label: m.editing_email },
	website: { at: 'page', label: m.editing_website, hint: m.editing_website_hint },
	description: {
		at: 'page',
		label: m.editing_government_about,
		hint: m.editing_government_about_hint,
		typing: { rows: 6 }
	}
} as const satisfies Inputs<typeof GOVERNMENT_FIELDS, 'page'>;
