/** WCAG contrast ratio of two #rrggbb colours. */
export function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

/** The colour that is seen where `over` covers `under` by a share of it. */
export function mixed(over: string, under: string, share: number): string {
	const [above, below] = [channels(over), channels(under)];
	const seen = above.map((channel, i) => Math.round(channel * share + (below[i] ?? 0) * (1 - share)));
	return `#${seen.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
	const value = Number.parseInt(colour.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
