/** About whom, and what: the address and the form of `/beheer/aanvragen/beslissen`. */
import { ACCOUNT_LIMITS } from '$lib/domain/account/account';
import { LOCALES, type Locale } from '$lib/domain/directory/directory';
import { characters, cleanText } from '$lib/domain/text/text';
import { formatNumber } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { AccountRequest, RequestDecision } from '../account';
import { isId } from '$lib/domain/text/ids';
import { languageLabel } from '../labels';

/** As many as the database decides at once. */
const MOST = 200;

export interface DecisionRequest {
	accountIds: string[];
	decision: RequestDecision;
}

/** Whatever makes no sense is left out; without a decision it is the one that gives nobody access. */
export function readDecisionRequest(parameters: URLSearchParams): DecisionRequest {
	return {
		accountIds: [...new Set(parameters.getAll('account').filter(isId))].slice(0, MOST),
		decision: parameters.get('besluit') === 'goedkeuren' ? 'approved' : 'rejected'
	};
}

export function decisionSearchString({ accountIds, decision }: DecisionRequest): string {
	const parameters = new URLSearchParams({
		besluit: decision === 'approved' ? 'goedkeuren' : 'afwijzen'
	});
	for (const id of accountIds) parameters.append('account', id);
	return `?${parameters}`;
}

const SEEN_FIELD = 'gezien';

/** A hidden field for each request that a form shows: which, and the fingerprint of what it shows. */
export const seenField = ({ id, seen }: Pick<AccountRequest, 'id' | 'seen'>) => ({
	name: SEEN_FIELD,
	value: `${id} ${seen}`
});

/** What a form showed, by account. */
export const readSeen = (form: FormData): Record<string, string> =>
	Object.fromEntries(
		form.getAll(SEEN_FIELD).flatMap((value) => {
			if (typeof value !== 'string') return [];
			const [id = '', ...parts] = value.split(' ');
			return isId(id) ? [[id, parts.join(' ')]] : [];
		})
	);

/** Who is decided about together: one group a language, for each reads the reason in their own. */
export interface LanguageGroup {
	locale: Locale;
	requests: AccountRequest[];
}

export const byLanguage = (requests: AccountRequest[]): LanguageGroup[] =>
	LOCALES.map((locale) => ({
		locale,
		requests: requests.filter((request) => request.locale === locale)
	})).filter((group) => group.requests.length > 0);

/** Also the id of the box to type in. */
export const reasonField = (locale: Locale): string => `reden-${locale}`;

/** @returns a sentence, or undefined when nothing is wrong */
export function reasonProblem(reason: string, locale: Locale): string | undefined {
	const language = languageLabel(locale);
	if (reason === '') return m.administration_decide_reason_missing({ language });
	const over = characters(reason) - ACCOUNT_LIMITS.reason;
	if (over <= 0) return undefined;
	return m.administration_decide_reason_long({
		language,
		limit: formatNumber(ACCOUNT_LIMITS.reason),
		over: formatNumber(over)
	});
}

export const readReason = (form: FormData, locale: Locale): string => {
	const typed = form.get(reasonField(locale));
	return typeof typed === 'string' ? cleanText(typed) : '';
};
