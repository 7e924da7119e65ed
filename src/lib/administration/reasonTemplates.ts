/** Texts to begin a rejection with, in the language of who reads the mail. */
import type { Locale } from '$lib/domain/directory';
import { m } from '$lib/i18n/paraglide/messages.js';

export const REASON_TEMPLATES = ['werkadres', 'vrijwilliger', 'dubbel', 'functie'] as const;
export type ReasonTemplate = (typeof REASON_TEMPLATES)[number];

/** Its name, in the language of the page. */
export const reasonTemplateLabel = (template: ReasonTemplate): string =>
	({
		werkadres: m.administration_reason_work_address,
		vrijwilliger: m.administration_reason_volunteer,
		dubbel: m.administration_reason_duplicate,
		functie: m.administration_reason_unclear
	})[template]();

export const reasonTemplateText = (template: ReasonTemplate, locale: Locale): string =>
	({
		werkadres: m.administration_reason_work_address_text,
		vrijwilliger: m.administration_reason_volunteer_text,
		dubbel: m.administration_reason_duplicate_text,
		functie: m.administration_reason_unclear_text
	})[template]({}, { locale });
