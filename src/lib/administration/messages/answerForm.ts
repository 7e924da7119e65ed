/** What is typed in the answer to a message. */
import { ANSWER_LIMITS } from '$lib/domain/contact/contactMessage';
import { characters, cleanText } from '$lib/domain/text/text';
import { formatNumber } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';

export const ANSWER_FIELD = 'antwoord';

export const readAnswer = (form: FormData): string => {
	const typed = form.get(ANSWER_FIELD);
	return typeof typed === 'string' ? cleanText(typed) : '';
};

/** @returns a sentence, or undefined when nothing is wrong */
export function answerProblem(answer: string): string | undefined {
	const length = characters(answer);
	if (length < ANSWER_LIMITS.min) return m.contact_answer_short({ limit: ANSWER_LIMITS.min });
	if (length <= ANSWER_LIMITS.max) return undefined;
	return m.contact_answer_long({
		limit: formatNumber(ANSWER_LIMITS.max),
		over: formatNumber(length - ANSWER_LIMITS.max)
	});
}
