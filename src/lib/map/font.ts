/** The font of the page itself, see style.ts. */
export const FONT = 'Atkinson Hyperlegible Next';
