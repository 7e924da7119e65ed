/** The map's colours in both themes; the server's picture of the map uses the same. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Palette {
	paper: string;
	ink: string;
	/** Takes part. */
	teal: string;
	/** Volunteer desk, and what is written on it. */
	desk: string;
	onDesk: string;
	/** A place that is nobody's: the reader's own, or the one that was typed. As `--focus` of the page. */
	here: string;
	/** A municipality that does not take part. */
	land: string;
	line: string;
	provinceLine: string;
}

export const PALETTES: Record<Theme, Palette> = {
	light: {
		paper: '#fbf8f1',
		ink: '#1d2a2e',
		teal: '#0b6b66',
		desk: '#b4541a',
		onDesk: '#ffffff',
		here: '#1a4fd0',
		land: '#efe9dc',
		line: '#b9b09c',
		provinceLine: '#857c69'
	},
	dark: {
		paper: '#14191b',
		ink: '#e9e6dd',
		teal: '#4fc0b5',
		desk: '#f0a35e',
		onDesk: '#14191b',
		here: '#9dbcff',
		land: '#222a2d',
		line: '#46525a',
		provinceLine: '#7b8990'
	}
};
