import type { Theme } from './palette';

export const DARK_SCHEME = '(prefers-color-scheme: dark)';

/** The theme that the device asks for. */
export const themeOf = ({ matches }: Pick<MediaQueryList, 'matches'>): Theme => (matches ? 'dark' : 'light');
