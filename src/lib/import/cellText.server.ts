/** Values as the cells of a file. */
import { typedPhoneNumber } from '../domain/text/phoneNumber.ts';

export const booleanText = (value: boolean): string => (value ? 'ja' : 'nee');
/** With a comma: spreadsheets in Belgium take "3.72" for a date. */
export const degreesText = (value: number): string => String(value).replace('.', ',');
export const phoneText = (e164: string | null): string => (e164 === null ? '' : typedPhoneNumber(e164));
export const languagesText = (languages: readonly string[]): string => languages.join(' ');
