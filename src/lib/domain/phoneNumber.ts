import { parsePhoneNumber } from 'libphonenumber-js/min';

/** An E.164 number as it is dialled inside Belgium, "02 555 12 34", or with its country code when it is foreign. */
export function readablePhoneNumber(e164: string): string {
	try {
		const number = parsePhoneNumber(e164);
		return number.country === 'BE' ? number.formatNational() : number.formatInternational();
	} catch {
		return e164;
	}
}
