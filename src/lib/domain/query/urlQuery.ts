/** Reads the query of a URL, as somebody may have typed or shortened it. Never fails: what is of no use is reported. */

/** A value that was left out, so that the page can say so. */
export interface UrlProblem {
	/** As it is called in the address. */
	parameter: string;
	reason: 'unknown-value' | 'too-long' | 'control-characters' | 'not-a-page' | 'repeated';
	/** The value as it came, or of a repeated parameter the one that is used; shortened, without control characters. */
	value: string;
}

export const MAX_TEXT = 100;

/** What a word processor or web page puts between letters and nobody sees: soft hyphens, joiners, byte order marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g;
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const shorten = (value: string) => value.replace(CONTROL_CHARACTERS, ' ').slice(0, 40);

export interface UrlReader {
	/** Filled while reading. */
	problems: UrlProblem[];
	/** Each allowed value that is given, in the order of `allowed`. */
	several<Value extends string>(parameter: string, allowed: readonly Value[]): Value[];
	/** The first allowed value that is given. */
	one<Value extends string>(parameter: string, allowed: readonly Value[]): Value | null;
	/** Every value as it came. */
	all(parameter: string): string[];
	/** One line of at most `max` characters. */
	text(parameter: string, max?: number): string;
	/** 1-based, at most 4 digits. */
	page(parameter: string): number;
	slug(parameter: string): string | null;
	/** What `convert` makes of it; null where it makes nothing of it. */
	value<Value>(parameter: string, convert: (text: string) => Value | null): Value | null;
}

export function readUrl(params: URLSearchParams): UrlReader {
	const problems: UrlProblem[] = [];
	const report = (parameter: string, reason: UrlProblem['reason'], value: string) =>
		problems.push({ parameter, reason, value: shorten(value) });

	const several = <Value extends string>(parameter: string, allowed: readonly Value[]): Value[] => {
		const given = params.getAll(parameter).filter((value) => value !== '');
		for (const value of given) {
			if (!(allowed as readonly string[]).includes(value)) report(parameter, 'unknown-value', value);
		}
		return allowed.filter((value) => given.includes(value));
	};
	/** The first value that is not empty, or ''. */
	const first = (parameter: string, isUsable: (value: string) => boolean = Boolean): string => {
		const usable = params.getAll(parameter).filter((value) => value !== '' && isUsable(value));
		const [used = ''] = usable;
		if (usable.some((value) => value !== used)) report(parameter, 'repeated', used);
		return used;
	};
	const value = <Value>(parameter: string, convert: (text: string) => Value | null): Value | null => {
		const text = first(parameter);
		if (text === '') return null;
		const converted = convert(text);
		if (converted === null) report(parameter, 'unknown-value', text);
		return converted;
	};
	return {
		problems,
		several,
		one(parameter, allowed) {
			const valid = several(parameter, allowed);
			const used = first(parameter, (value) => (allowed as readonly string[]).includes(value));
			return valid.find((value) => value === used) ?? null;
		},
		all: (parameter) => params.getAll(parameter),
		text(parameter, max = MAX_TEXT) {
			let text = first(parameter).replace(INVISIBLE, '');
			if (CONTROL_CHARACTERS.test(text)) report(parameter, 'control-characters', text);
			text = text.replace(CONTROL_CHARACTERS, ' ').replace(/\s+/g, ' ').trim();
			if (text.length <= max) return text;
			report(parameter, 'too-long', text);
			return text.slice(0, max).trim();
		},
		page(parameter) {
			const text = first(parameter);
			const page = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
			if (text !== '' && String(page) !== text) report(parameter, 'not-a-page', text);
			return page;
		},
		slug: (parameter) =>
			// Typed by hand it often has capitals, and no slug has.
			value(parameter, (text) => {
				const slug = text.trim().toLowerCase();
				return SLUG.test(slug) && slug.length <= MAX_TEXT ? slug : null;
			}),
		value
	};
}
