import { parsePhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** An E.164 number as it is dialled inside Belgium, "02 555 12 34", or with its country code when it is foreign. */
export function readablePhoneNumber(e164: string): string {
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
