/** Reads the query of a URL, as somebody may have typed or shortened it. Never fails: what is of no use is reported. */

/** A value that was left out, so that the page can say so. */
export interface UrlProblem<Parameter extends string = string> {
	parameter: Parameter;
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

export interface UrlReader<Parameter extends string> {
	/** Filled while reading. */
	problems: UrlProblem<Parameter>[];
	/** Each allowed value that is given, in the order of `allowed`. */
	several<Value extends string>(parameter: Parameter, allowed: readonly Value[]): Value[];
	/** The first allowed value that is given. */
	one<Value extends string>(parameter: Parameter, allowed: readonly Value[]): Value | null;
	/** One line of at most `MAX_TEXT` characters. */
	text(parameter: Parameter): string;
	/** 1-based, at most 4 digits. */
	page(parameter: Parameter): number;
	slug(parameter: Parameter): string | null;
}

export function readUrl<Parameter extends string>(params: URLSearchParams): UrlReader<Parameter> {
	const problems: UrlProblem<Parameter>[] = [];
	const report = (parameter: Parameter, reason: UrlProblem['reason'], value: string) =>
		problems.push({ parameter, reason, value: shorten(value) });

	const several = <Value extends string>(parameter: Parameter, allowed: readonly Value[]): Value[] => {
		const given = params.getAll(parameter).filter((value) => value !== '');
		for (const value of given) {
			if (!(allowed as readonly string[]).includes(value)) report(parameter, 'unknown-value', value);
		}
		return allowed.filter((value) => given.includes(value));
	};
	/** The first value that is not empty, or ''. */
	const first = (parameter: Parameter, isUsable: (value: string) => boolean = Boolean): string => {
		const usable = params.getAll(parameter).filter((value) => value !== '' && isUsable(value));
		const [used = ''] = usable;
		if (usable.some((value) => value !== used)) report(parameter, 'repeated', used);
		return used;
	};
	return {
		problems,
		several,
		one(parameter, allowed) {
			const valid = several(parameter, allowed);
			const used = first(parameter, (value) => (allowed as readonly string[]).includes(value));
			return valid.find((value) => value === used) ?? null;
		},
		text(parameter) {
			let text = first(parameter).replace(INVISIBLE, '');
			if (CONTROL_CHARACTERS.test(text)) report(parameter, 'control-characters', text);
			text = text.replace(CONTROL_CHARACTERS, ' ').replace(/\s+/g, ' ').trim();
			if (text.length <= MAX_TEXT) return text;
			report(parameter, 'too-long', text);
			return text.slice(0, MAX_TEXT).trim();
		},
		page(parameter) {
			const text = first(parameter);
			const page = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
			if (text !== '' && String(page) !== text) report(parameter, 'not-a-page', text);
			return page;
		},
		slug(parameter) {
			const text = first(parameter);
			const slug = SLUG.test(text) && text.length <= MAX_TEXT ? text : null;
			if (text !== '' && slug === null) report(parameter, 'unknown-value', text);
			return slug;
		}
	};
}
