/** Texts to begin an answer with, in the language of who reads it. */
import * as v from 'valibot';
import type { Locale } from '$lib/domain/directory/directory';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { addedBelow } from '../templateText';

export const ANSWER_TEMPLATES = ['ontvangen', 'inzage', 'gewist', 'opgelost', 'elders'] as const;
export type AnswerTemplate = (typeof ANSWER_TEMPLATES)[number];

const templateSchema = v.fallback(v.nullable(v.picklist(ANSWER_TEMPLATES)), null);

export const readAnswerTemplate = (value: unknown): AnswerTemplate | null => v.parse(templateSchema, value);

/** Its name, in the language of the page. */
export const answerTemplateLabel = (template: AnswerTemplate): string =>
	({
		ontvangen: m.contact_answer_received,
		inzage: m.contact_answer_access,
		gewist: m.contact_answer_erased,
		opgelost: m.contact_answer_solved,
		elders: m.contact_answer_elsewhere
	})[template]();

const answerTemplateText = (template: AnswerTemplate, locale: Locale): string =>
	({
		ontvangen: m.contact_answer_received_text,
		inzage: m.contact_answer_access_text,
		gewist: m.contact_answer_erased_text,
		opgelost: m.contact_answer_solved_text,
		elders: m.contact_answer_elsewhere_text
	})[template]({}, { locale });

export const withAnswerTemplate = (typed: string, template: AnswerTemplate, locale: Locale): string =>
	addedBelow(typed, answerTemplateText(template, locale));
