import { parsePhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { unbroken } from './noBreak.ts';

/**
 * An E.164 number to be read on a page, on one line: as it is dialled inside Belgium, "02 555 12 34", or with its country code
 * when it is foreign.
 */
export const readablePhoneNumber = (e164: string): string => unbroken(typedPhoneNumber(e164));

/** The same as somebody types it, for a field or a file. */
export function typedPhoneNumber(e164: string): string {
	try {
		const number = parsePhoneNumber(e164);
		return number.country === 'BE' ? number.formatNational() : number.formatInternational();
	} catch {
		return e164;
	}
}

/** What somebody typed, "0470 12 34 56" or "+31 20 123 4567", as E.164; null when nobody could be called on it. */
export function toE164(typed: string): string | null {
	const number = parsePhoneNumberFromString(typed, { defaultCountry: 'BE', extract: false });
	return number?.isValid() && !number.ext ? number.number : null;
}

/**
 * Belgian numbers of three, four or six digits that are dialled as they are: 112, 1700, 1733, 116 117. No country gives them
 * out with its code, and nobody dials them from elsewhere.
 */
const SHORT_NUMBER = /^(10\d|11[0-2]|116\d{3}|1[2789]\d{2})$/;

/** Whether a text is a Belgian short number and nothing else. */
export const isShortNumber = (text: string): boolean => SHORT_NUMBER.test(text);

/** What somebody typed as a desk or a government keeps it: E.164, or a short number; null when nobody could be called on it. */
export function toPhoneNumber(typed: string): string | null {
	const digits = typed.replaceAll(/[\s./-]/g, '');
	return isShortNumber(digits) ? digits : toE164(typed);
}

/** Whether a text is a number in E.164 and nothing else: "+" and digits. */
export const isE164 = (text: string): boolean => /^\+[1-9]\d{6,14}$/.test(text);

/**
 * An E.164 number as every spreadsheet leaves it: "+32 9 266 70 00". Without its spaces it would become the number
 * 3292667000; `toE164` reads both.
 */
export function asTextInSpreadsheet(e164: string): string {
	try {
		return parsePhoneNumber(e164).formatInternational();
	} catch {
		return e164;
	}
}
