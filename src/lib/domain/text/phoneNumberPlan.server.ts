import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { toE164 } from './phoneNumber.ts';

/**
 * Whether a number, in E.164, is one that its country gives out. Here alone: what knows that for every country is twice
 * as large as what a browser loads to read and show a number.
 */
export const isGivenOut = (e164: string): boolean => parsePhoneNumberFromString(e164)?.isValid() ?? false;

/** @returns a number as it was typed, in E.164, that nobody can have; null for one that somebody can, or for no number */
export function notGivenOut(typed: string): string | null {
	const e164 = toE164(typed);
	return e164 === null || isGivenOut(e164) ? null : e164;
}
