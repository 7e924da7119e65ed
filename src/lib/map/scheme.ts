import type { Theme } from './palette';

export const DARK_SCHEME = '(prefers-color-scheme: dark)';

/** The theme that the page asks for, and otherwise the device. */
export function themeOf({ matches }: Pick<MediaQueryList, 'matches'>): Theme {
	const asked = document.querySelector<HTMLElement>('[data-scheme]')?.dataset.scheme;
	return asked === 'dark' || asked === 'light' ? asked : matches ? 'dark' : 'light';
}
