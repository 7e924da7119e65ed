/**
 * What a municipality or its OCMW is called where the words are ours. A body has one official name, in Dutch ("OCMW Gent"):
 * that is what an address, the open data and search engines are given. Who reads another language is told what it is in it.
 */
import type { Locale, LocalGovernment, Municipality } from '../directory/directory.ts';
import { municipalityName } from '../directory/municipalityName.ts';
import { deFrench } from '../text/french.ts';

type Body = Pick<LocalGovernment, 'kind' | 'name'>;
type Home = Pick<Municipality, 'name' | 'province'>;

/** In a sentence: "le CPAS de Gand", "the municipality of Ghent", "Gemeente Gent". Not for the beginning of one. */
export function bodyName(body: Body, home: Home, locale: Locale): string {
	if (locale === 'nl') return body.name;
	const article = locale === 'en' ? 'the' : body.kind === 'ocmw' ? 'le' : 'la';
	return `${article} ${called(body, home, locale)}`;
}

/** By itself: "CPAS de Gand", "Municipality of Ghent", "Gemeente Gent". */
export function bodyLabel(body: Body, home: Home, locale: Locale): string {
	if (locale === 'nl') return body.name;
	const name = called(body, home, locale);
	return name.charAt(0).toUpperCase() + name.slice(1);
}

function called({ kind }: Body, home: Home, locale: 'fr' | 'en'): string {
	const place = municipalityName(home, locale);
	if (locale === 'fr') return `${kind === 'ocmw' ? 'CPAS' : 'commune'} ${deFrench(place)}`;
	// In Brussels both names are on the door.
	const initials = home.province === 'brussel' ? 'CPAS / OCMW' : 'OCMW';
	return `${kind === 'ocmw' ? `social welfare centre (${initials})` : 'municipality'} of ${place}`;
}
