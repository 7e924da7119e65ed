/** Where a line may not end: between a number and its unit, and within a telephone number. */

const NO_BREAK = '\u00A0';

/** "25 km" that stays on one line, on a page. */
export const unbroken = (text: string): string => text.replaceAll(' ', NO_BREAK);

/** The same for data, where a space is a space to whoever searches or compares. */
export const withPlainSpaces = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ');
