/** Languages that a desk can name: BCP 47 tags, the ones heard most at desks first. */
export const COMMON_LANGUAGES = ['nl', 'fr', 'en', 'de', 'ar', 'tr', 'uk', 'es'] as const;

export const MORE_LANGUAGES = [
	'am',
	'bg',
	'ckb',
	'cs',
	'da',
	'el',
	'fa',
	'ff',
	'fi',
	'he',
	'hi',
	'hr',
	'hu',
	'it',
	'ja',
	'kmr',
	'ln',
	'ne',
	'no',
	'pa',
	'pl',
	'prs',
	'ps',
	'pt',
	'ro',
	'ru',
	'rw',
	'sk',
	'so',
	'sq',
	'sr',
	'sv',
	'sw',
	'th',
	'ti',
	'ur',
	'vgt',
	'vi',
	'wo',
	'zgh',
	'zh'
] as const;

const ORDER: readonly string[] = [...COMMON_LANGUAGES, ...MORE_LANGUAGES];

/** One of each, in the order of the form; others, that came from elsewhere, last. */
export const orderedLanguages = (tags: readonly string[]): string[] =>
	[...new Set(tags)].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));

const rank = (tag: string): number => {
	const at = ORDER.indexOf(tag);
	return at === -1 ? ORDER.length : at;
};
