import type { Theme } from './palette';

const DARK_SCHEME = '(prefers-color-scheme: dark)';

/**
 * Calls `follow` whenever the device goes from light to dark or back. A browser that cannot say so keeps what it began with.
 * @returns ends it
 */
export function onSchemeChange(follow: (theme: Theme) => void): () => void {
	const scheme = matchMedia(DARK_SCHEME);
	if (!('addEventListener' in scheme)) return () => {};
	const tell = (): void => follow(themeOf(scheme));
	scheme.addEventListener('change', tell);
	return () => scheme.removeEventListener('change', tell);
}

/** The theme of now. */
export const currentTheme = (): Theme => themeOf(matchMedia(DARK_SCHEME));

/** The theme that the page asks for, and otherwise the device. */
function themeOf({ matches }: Pick<MediaQueryList, 'matches'>): Theme {
	const asked = document.querySelector<HTMLElement>('[data-scheme]')?.dataset.scheme;
	return asked === 'dark' || asked === 'light' ? asked : matches ? 'dark' : 'light';
}
