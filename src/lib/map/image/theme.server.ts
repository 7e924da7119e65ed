import type { Participation } from '$lib/domain/directory/directoryIndex';

/**
 * Colours and patterns of the pictures. They follow the reader's colour scheme by themselves, also inside `<img>`,
 * where the page's own styles do not reach. Who takes part is told by the pattern as well as by the colour: full, lines,
 * dots, empty.
 */
export const STYLE = [
	':root{--paper:#fbf8f1;--ink:#1d2a2e;--part:#0b6b66;--desk:#b4541a;--none:#efe9dc;--line:#b9b09c;--border:#857c69}',
	'@media(prefers-color-scheme:dark){:root{--paper:#14191b;--ink:#e9e6dd;--part:#4fc0b5;--desk:#f0a35e;--none:#222a2d;--line:#46525a;--border:#7b8990}}',
	'path{fill:none;stroke-linejoin:round;vector-effect:non-scaling-stroke}',
	'.none{fill:var(--none)}.both{fill:var(--part)}.gemeente{fill:url(#lines)}.ocmw{fill:url(#dots)}',
	'pattern path{vector-effect:none;stroke:var(--part)}pattern .ground{fill:var(--none);stroke:none}.dot{stroke-linecap:round}',
	'.faded{opacity:.25}',
	'.line{stroke:var(--line);stroke-width:.8}.border{stroke:var(--border);stroke-width:1.4}',
	'.casing,.desk{stroke:var(--paper);stroke-width:9;stroke-linecap:round}.desk{stroke:var(--desk);stroke-width:6}',
	// In a small picture the units are small too: coarser patterns keep lines and dots apart.
	'@media(max-width:480px){.line{stroke-width:.5}.border{stroke-width:1}.gemeente{fill:url(#lines-l)}.ocmw{fill:url(#dots-l)}.casing{stroke-width:6}.desk{stroke-width:4}}'
].join('');

/** `tile`: side of one repetition in units of the drawing; `tile * 2.5` in a small picture. */
export function patterns(tile: number): string {
	return [pattern('', tile), pattern('-l', Math.round(tile * 2.5))].join('');
}

function pattern(suffix: string, tile: number): string {
	const attributes = `width="${tile}" height="${tile}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"`;
	const ground = `<path class="ground" d="M0 0h${tile}v${tile}H0z"/>`;
	const middle = tile / 2;
	return (
		`<pattern id="lines${suffix}" ${attributes}>${ground}` +
		`<path stroke-width="${Math.round(tile * 0.4)}" d="M${middle} 0v${tile}"/></pattern>` +
		`<pattern id="dots${suffix}" ${attributes}>${ground}` +
		`<path class="dot" stroke-width="${tile * 0.5}" d="M${middle} ${middle}h0"/></pattern>`
	);
}

/** Every kind of participation, in the order in which it is drawn. */
export const PARTICIPATIONS: readonly Participation[] = ['none', 'ocmw', 'gemeente', 'both'];
