import type { Locale, Municipality } from './directory.ts';
import { normalisePlace } from '../place/placeText.ts';

/**
 * The name as a reader of that language knows it. Brussels municipalities have two official names, so English shows
 * both where they differ; elsewhere Dutch is the fallback.
 */
export function municipalityName(
	municipality: Pick<Municipality, 'name' | 'province'>,
	locale: Locale
): string {
	const { nl, fr, en } = municipality.name;
	if (locale === 'fr') return fr ?? nl;
	if (locale === 'en') {
		if (en) return en;
		if (municipality.province === 'brussel' && fr && fr !== nl) return `${fr} / ${nl}`;
	}
	return nl;
}

/** The language of that name; null where it is the reader's, or both of Brussels'. */
export function municipalityNameLanguage(
	municipality: Pick<Municipality, 'name' | 'province'>,
	locale: Locale
): 'nl' | null {
	const { nl, fr, en } = municipality.name;
	const own = locale === 'fr' ? fr : en;
	return locale !== 'nl' && own === null && municipalityName(municipality, locale) === nl ? 'nl' : null;
}

/** The Dutch name, where the reader's language shows another one; null when it would say the same twice. */
export function dutchNameBeside(
	municipality: Pick<Municipality, 'name' | 'province'>,
	locale: Locale
): string | null {
	return municipalityName(municipality, locale).includes(municipality.name.nl) ? null : municipality.name.nl;
}

/** Whether a name, with its postcode or without, is that of the municipality itself in some language: "9000 Gand" is Gent. */
export function isItsName({ name }: Pick<Municipality, 'name'>, label: string): boolean {
	const asked = normalisePlace(label.replace(/^\d{4} /, ''));
	return [name.nl, name.fr, name.en].some((own) => own !== null && normalisePlace(own) === asked);
}
