/**
 * Who drives to a desk, and where they plan a trip. None of them documents an address that takes a destination along, so
 * each is opened where it begins: an address made up today is a page that is not found tomorrow.
 */
import type { Locale, ProvinceSlug } from '$lib/domain/directory/directory';

export interface Carrier {
	means: 'bus' | 'train' | 'metro';
	name: string;
	href: string;
}

/** The nearest means first. @param locale of the reader, in which a carrier has a name and a site of its own */
export function publicTransport(province: ProvinceSlug, locale: Locale): Carrier[] {
	const isFrench = locale === 'fr';
	const bus: Carrier = {
		means: 'bus',
		name: 'De Lijn',
		// A French planner of theirs is not known to us.
		href: `https://www.delijn.be/${isFrench ? 'nl' : locale}/routeplanner/`
	};
	const train: Carrier = {
		means: 'train',
		name: { nl: 'NMBS', fr: 'SNCB', en: 'SNCB-NMBS' }[locale],
		href: `https://www.belgiantrain.be/${locale}`
	};
	const metro: Carrier = {
		means: 'metro',
		name: { nl: 'MIVB', fr: 'STIB', en: 'STIB-MIVB' }[locale],
		href: 'https://www.stib-mivb.be/'
	};
	return province === 'brussel' ? [metro, bus, train] : [bus, train];
}
