/** The last landing as a picture: of each figure how much of its bound is used. */
import { inWords, type Kept } from './table.ts';

const WIDTH = 820;
const ROW = 24;
const NAMES = 470;
const VALUES = 70;
const TOP = 40;
const BAR = WIDTH - NAMES - VALUES;
/** How much of a bound the widest bar is. */
const MOST = 1.25;

/** @param figures by name; what has no bound is not drawn */
export function chartOf(figures: Readonly<Record<string, Kept>>): string {
	const judged = Object.entries(figures).flatMap(([name, figure]) => {
		const used = shareOfBound(figure);
		return used === undefined ? [] : [{ name, figure, used }];
	});
	const height = TOP + ROW * judged.length + 10;
	const at = (share: number) => Math.round(NAMES + (BAR * Math.min(share, MOST)) / MOST);
	const rows = judged.map(({ name, figure, used }, place) => {
		const y = TOP + ROW * place;
		return [
			`<text x="${NAMES - 10}" y="${y + 15}" text-anchor="end">${escaped(name)}</text>`,
			`<rect class="${used > 1 ? 'over' : 'bar'}" x="${NAMES}" y="${y + 3}" width="${at(used) - NAMES}" height="${ROW - 8}"/>`,
			`<text x="${at(Math.max(used, 1)) + 6}" y="${y + 15}">${inWords(figure.value, figure.unit)}</text>`
		].join('');
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="What the site costs, of the bounds that the bench sets">
<style>text{font:12px system-ui,sans-serif;fill:#1f2937}.bar{fill:#0f766e}.over{fill:#b91c1c}line{stroke:#1f2937}@media (prefers-color-scheme:dark){text{fill:#e5e7eb}.bar{fill:#5eead4}.over{fill:#fca5a5}line{stroke:#e5e7eb}}</style>
<text x="${at(1)}" y="24" text-anchor="middle">bound</text>
${rows.join('\n')}
<line x1="${at(1)}" x2="${at(1)}" y1="30" y2="${height - 8}" stroke-dasharray="3 3"/>
</svg>
`;
}

/** 1 is all of it; undefined without a bound. */
export function shareOfBound({ value, bound }: Kept): number | undefined {
	if (bound === null) return undefined;
	return 'atMost' in bound ? value / bound.atMost : bound.atLeast / value;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
