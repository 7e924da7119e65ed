/** The picture that a shared link shows: what it leads to in large letters, beside the map of where that is. As PNG, which every platform reads. */
import { LRUCache } from 'lru-cache';
import { hashOf } from '$lib/base/http/conditional.server';
import { escapeXml } from '$lib/domain/text/escapeXml';
import { rasterised } from './rasterise.server';
import { renderLocatorSvg, type LocatorPicture } from './locator.server';

export interface SharePicture {
	map: LocatorPicture;
	/** What it is about: the name of a municipality or a desk. */
	heading: string;
	/** Below that, such as where the desk is; '' for nothing. */
	line: string;
	/** Name of the site. */
	site: string;
}

const WIDTH = 1200;
const HEIGHT = 630;
const INSET = 56;
/** Where the map begins. */
const MAP_LEFT = 500;
const LETTERS = { heading: 50, line: 32, site: 30 };
/** Without a font at hand: letters are some 0.46 of their height wide, on average. */
const LETTER_WIDTH = 0.46;
const MOST_LINES = 5;

/** The light colours: who shares a link cannot know which the other reads by. */
const [PAPER, INK, TEAL] = ['#fbf8f1', '#1d2a2e', '#0b6b66'];

/** Drawing one takes a good part of a second. Kept by what is drawn, so that a change elsewhere draws nothing again. */
const drawn = new LRUCache<string, Uint8Array<ArrayBuffer>>({
	maxSize: 16 * 1024 * 1024,
	sizeCalculation: (png) => png.length
});

/**
 * @returns a PNG of 1200 by 630; undefined for a NIS code that is not on the map, and while too many others are drawn
 * @throws when it cannot be drawn
 */
export async function renderSharePng(picture: SharePicture): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const svg = await shareSvg(picture);
	if (svg === undefined) return undefined;
	const key = hashOf(svg);
	const known = drawn.get(key);
	if (known) return known;
	const png = await rasterised(svg);
	if (png) drawn.set(key, png);
	return png;
}

/** For tests, and to look at. */
export async function shareSvg({ map, heading, line, site }: SharePicture): Promise<string | undefined> {
	const locator = await renderLocatorSvg(map);
	if (locator === undefined) return undefined;
	const lines = wrapped(heading, LETTERS.heading);
	const top = INSET + LETTERS.heading;
	const step = LETTERS.heading * 1.15;
	const below = top + lines.length * step + LETTERS.line * 0.4;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
		inOneColourScheme(locator).replace(
			'<svg ',
			`<svg x="${MAP_LEFT}" y="0" width="${WIDTH - MAP_LEFT}" height="${HEIGHT}" preserveAspectRatio="xMidYMid slice" `
		),
		...lines.map((text, place) => letters(text, top + place * step, LETTERS.heading, INK, 1.6)),
		...(line
			? wrapped(line, LETTERS.line).map((text, place) =>
					letters(text, below + place * LETTERS.line * 1.2, LETTERS.line, INK)
				)
			: []),
		letters(site, HEIGHT - INSET, LETTERS.site, TEAL, 0.8),
		'</svg>'
	].join('');
}

/**
 * Its style is its own: that of the map is for its names.
 * @param weight of a line around the letters, for the typeface has one weight here
 */
const letters = (text: string, y: number, size: number, colour: string, weight = 0): string =>
	`<text x="${INSET}" y="${Math.round(y)}" style="font-size:${size}px;fill:${colour};text-anchor:start;` +
	`dominant-baseline:auto;stroke:${weight ? colour : 'none'};stroke-width:${weight}">${escapeXml(text)}</text>`;

/** In lines that fit beside the map; a word that is too long by itself is broken at its hyphens, or where it has to be. */
function wrapped(text: string, size: number): string[] {
	const most = Math.floor((MAP_LEFT - INSET - 16) / (size * LETTER_WIDTH));
	const lines: string[] = [];
	for (const word of text.split(/\s+|(?<=-)/)) {
		const last = lines.at(-1);
		const glue = last?.endsWith('-') ? '' : ' ';
		if (last !== undefined && last.length + glue.length + word.length <= most)
			lines[lines.length - 1] = last + glue + word;
		else for (let at = 0; at < word.length; at += most) lines.push(word.slice(at, at + most));
	}
	if (lines.length <= MOST_LINES) return lines;
	return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1]?.slice(0, most - 1)}…`];
}

/** A picture of the map without what follows the reader's screen, which the renderer knows nothing of. */
function inOneColourScheme(svg: string): string {
	const colours = new Map(
		[...(/:root\{([^}]*)\}/.exec(svg)?.[1]?.matchAll(/(--\w+):([^;}]+)/g) ?? [])].map(([, name, value]) => [
			name,
			value
		])
	);
	return svg
		.replace(/@media\([^)]*\)\{(?:[^{}]*\{[^{}]*\})*\}/g, '')
		.replace(/:root\{[^}]*\}/g, '')
		.replace(/var\((--\w+)\)/g, (_, name: string) => colours.get(name) ?? INK)
		.replace(/font:(\d+px) [^;]*;/g, 'font-size:$1;');
}
