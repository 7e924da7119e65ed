/**
 * The tag of a language as the standard writes it (BCP 47): "nl", "zh-Hant", "pt-BR".
 * @returns null for what is none, and for one that says more than which language it is: neither has a name
 */
export function canonicalLanguageTag(text: string): string | null {
	if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(text)) return null;
	try {
		return Intl.getCanonicalLocales(text)[0] ?? null;
	} catch {
		return null;
	}
}
