/** Texts to write a rejection with, in the language of who reads the mail. */
import * as v from 'valibot';
import type { Locale } from '$lib/domain/directory/directory';
import { addedBelow } from '../templateText';
import { m } from '$lib/base/i18n/paraglide/messages.js';

export const REASON_TEMPLATES = ['werkadres', 'vrijwilliger', 'dubbel', 'functie'] as const;
export type ReasonTemplate = (typeof REASON_TEMPLATES)[number];

const templateSchema = v.fallback(v.nullable(v.picklist(REASON_TEMPLATES)), null);

export const readTemplate = (value: unknown): ReasonTemplate | null => v.parse(templateSchema, value);

/** Its name, in the language of the page. */
export const reasonTemplateLabel = (template: ReasonTemplate): string =>
	({
		werkadres: m.administration_reason_work_address,
		vrijwilliger: m.administration_reason_volunteer,
		dubbel: m.administration_reason_duplicate,
		functie: m.administration_reason_unclear
	})[template]();

const reasonTemplateText = (template: ReasonTemplate, locale: Locale): string =>
	({
		werkadres: m.administration_reason_work_address_text,
		vrijwilliger: m.administration_reason_volunteer_text,
		dubbel: m.administration_reason_duplicate_text,
		functie: m.administration_reason_unclear_text
	})[template]({}, { locale });

export const withTemplate = (typed: string, template: ReasonTemplate, locale: Locale): string =>
	addedBelow(typed, reasonTemplateText(template, locale));
