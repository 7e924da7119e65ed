/**
 * On a narrow screen the answer to a search comes into view, the keyboard of the phone goes, and the Tab key goes on from
 * there. On a wide one it stands beside the field, which keeps the focus. @param answer takes the focus: `tabindex="-1"`
 */
export function toAnswer(answer: HTMLElement | null): void {
	if (!answer || !matchMedia('(max-width: 43.99rem)').matches) return;
	answer.focus({ preventScroll: true });
	answer.scrollIntoView();
}
