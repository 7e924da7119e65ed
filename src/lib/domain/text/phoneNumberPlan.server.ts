import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * Whether a number, in E.164, is one that its country gives out. Here alone: what knows that for every country is twice
 * as large as what a browser loads to read and show a number.
 */
export const isGivenOut = (e164: string): boolean => parsePhoneNumberFromString(e164)?.isValid() ?? false;
