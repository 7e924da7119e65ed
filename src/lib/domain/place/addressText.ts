/** An address as somebody types it on one line, taken apart. */
import { postcodeApart } from './postcodeText.ts';

export interface AddressText {
	/** Empty when only a place was typed. */
	street: string;
	houseNumber: string | null;
	/** 4 digits. */
	postcode: string | null;
	place: string | null;
}

/** Longer is no address, and need not be read. */
const MAX_LENGTH = 200;
const COUNTRY = /[\s,]+(belgi[eëqu]+e?|belgium)\.?$/i;
/** "9000 Gent", "B-9000 Gent": four digits, and then a name. */
const POSTCODE_AND_PLACE = /(?:^|[\s,;])(?:be?[\s-]?)?([1-9]\d{3})[\s,]+(\p{L}.*)$/iu;
const POSTCODE_LAST = /[\s,;]+(?:be?[\s-]?)?([1-9]\d{3})$/i;
/** "12A", "12 bis", "12ter": "12 Ter Platen" begins the name of a street. */
const NUMBER = String.raw`\d{1,4}(?:(?:\s?(?:[a-z]|bis|quater)|ter)(?![\p{L}]))?(?:[-/]\d{1,4})?`;
/** In "12 b 3" too, while "12 b" is a house of its own. */
const BOX_WORD = String.raw`(?:(?:bus|bte|bo[iî]te|box|app?t|app|appartement)\.?|b\.?(?=\s?\d))`;
const BOX = String.raw`[\s,]*${BOX_WORD}\s?\S{1,6}`;
const BOX_LAST = new RegExp(String.raw`(?<=\d[a-z]?)${BOX}$`, 'iu');
/** Behind the name of a street, where "Rue du Bus 4" has a number: a box only when the number of the house came first. */
const BOX_AFTER_STREET = new RegExp(String.raw`^(${NUMBER}[\s,]+\p{L}.*)[\s,]${BOX_WORD}\s?\S{1,6}$`, 'iu');
/** "Laan 1940 12" has a year in its name. */
const NUMBER_LAST = new RegExp(String.raw`^(.*(?:\D|\s\d{4}))[\s,]+(?:nr\.?\s?)?(${NUMBER})$`, 'iu');
const NUMBER_FIRST = new RegExp(
	String.raw`^(${NUMBER})(?:[\s,]*${BOX_WORD}\s?\d\S{0,5})?[\s,]+(\p{L}.*)$`,
	'iu'
);
const STREET_NUMBER_PLACE = new RegExp(
	String.raw`^(.*?\p{L}\S*)\s(${NUMBER})(?:${BOX})?[\s,]+(\p{L}[^\d]*)$`,
	'iu'
);

/** "Veldstraat 12 bus 3" and "12, rue Neuve": the name of the street and the number of the house. */
export function readStreet(text: string): { street: string; houseNumber: string | null } {
	const whole = trimmed(text.slice(0, MAX_LENGTH)).replace(BOX_LAST, '');
	const line = trimmed(BOX_AFTER_STREET.exec(whole)?.[1] ?? whole);
	const last = NUMBER_LAST.exec(line);
	if (last) return { street: trimmed(last[1] ?? ''), houseNumber: compact(last[2] ?? '') };
	const first = NUMBER_FIRST.exec(line);
	if (first) return { street: trimmed(first[2] ?? ''), houseNumber: compact(first[1] ?? '') };
	return { street: line, houseNumber: null };
}

export function readAddress(text: string): AddressText {
	const line = trimmed(postcodeApart(text.slice(0, MAX_LENGTH)).replace(/\s+/g, ' ')).replace(COUNTRY, '');
	if (!/\p{L}/u.test(line)) {
		const postcode = /^[1-9]\d{3}$/.test(line) ? line : null;
		return { street: '', houseNumber: null, postcode, place: null };
	}
	const withPlace = POSTCODE_AND_PLACE.exec(line);
	if (withPlace) {
		const before = trimmed(line.slice(0, withPlace.index));
		const [postcode = '', after = ''] = withPlace.slice(1);
		if (before !== '') return { ...readStreet(before), postcode, place: trimmed(after) };
		// "9000 Gent, Veldstraat 12"
		const [place = '', ...street] = after.split(',');
		return { ...readStreet(street.join(',')), postcode, place: trimmed(place) };
	}
	const postcode = POSTCODE_LAST.exec(line);
	if (postcode?.[1]) {
		const before = readStreet(line.slice(0, postcode.index));
		// "Ninoofsesteenweg 1005" has a number, "Veldstraat 12, 9000" a number and a postcode.
		if (before.houseNumber !== null) return { ...before, postcode: postcode[1], place: null };
	}
	const comma = line.lastIndexOf(',');
	const afterComma = comma > 0 ? trimmed(line.slice(comma + 1)) : '';
	if (/^\D{2,}$/.test(afterComma)) {
		return { ...readStreet(line.slice(0, comma)), postcode: null, place: afterComma };
	}
	const [, street, houseNumber, place] = STREET_NUMBER_PLACE.exec(line) ?? [];
	if (street && houseNumber && place) {
		return {
			street: trimmed(street),
			houseNumber: compact(houseNumber),
			postcode: null,
			place: trimmed(place)
		};
	}
	return { ...readStreet(line), postcode: null, place: null };
}

const trimmed = (text: string): string => text.replace(/^[\s,;]+|[\s,;]+$/g, '');
const compact = (number: string): string => number.replace(/\s/g, '').toUpperCase();
