/** In CSS pixels, as `getBoundingClientRect` gives it. */
export type Rectangle = Pick<DOMRectReadOnly, 'left' | 'top' | 'right' | 'bottom'>;

/**
 * How far `area` has to move (right, down) for `box` to lie inside it with `margin` around it; 0, 0 when it does. Of a box
 * that is too large the right and the top come in view: there its button to close stands.
 */
export function shiftInto(box: Rectangle, area: Rectangle, margin: number): [x: number, y: number] {
	const overLeft = Math.min(0, box.left - (area.left + margin));
	const overRight = box.right - (area.right - margin);
	const overTop = box.top - (area.top + margin);
	const overBottom = Math.max(0, box.bottom - (area.bottom - margin));
	return [
		overRight > 0 ? overRight : Math.max(overLeft, overRight),
		overTop < 0 ? overTop : Math.min(overBottom, overTop)
	];
}
