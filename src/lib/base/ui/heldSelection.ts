/**
 * Remembers what is selected in the text field that has the focus, before the page becomes interactive. Svelte takes the
 * `value` attributes away then, and with them the browser forgets the selection: whoever had just selected a name to type
 * over it would add to it instead.
 * @returns selects it again, where the same field still has the focus
 */
export function holdSelection(): () => void {
	const field = document.activeElement;
	if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return () => undefined;
	const { selectionStart: start, selectionEnd: end, selectionDirection, value } = field;
	// A field for an address or a number does not say what is selected in it.
	const isWhole = start === null && value !== '' && document.getSelection()?.toString() === value;
	return () => {
		if (document.activeElement !== field || field.value !== value) return;
		if (start !== null && end !== null) {
			field.setSelectionRange(start, end, selectionDirection ?? undefined);
		} else if (isWhole) field.select();
	};
}
