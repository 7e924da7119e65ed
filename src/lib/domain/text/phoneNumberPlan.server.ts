import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isShortNumber, toPhoneNumber } from './phoneNumber.ts';

/**
 * Whether a number, in E.164 or short, is one that its country gives out. Here alone: what knows that for every country is twice
 * as large as what a browser loads to read and show a number.
 */
export const isGivenOut = (number: string): boolean =>
	isShortNumber(number) || (parsePhoneNumberFromString(number)?.isValid() ?? false);

/** @returns a number as it was typed, as it is kept, that nobody can have; null for one that somebody can, or for no number */
export function notGivenOut(typed: string): string | null {
	const number = toPhoneNumber(typed);
	return number === null || isGivenOut(number) ? null : number;
}
