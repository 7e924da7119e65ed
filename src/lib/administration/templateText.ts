/** An example text below what was typed, which stays; once. */
export function addedBelow(typed: string, text: string): string {
	if (typed.includes(text)) return typed;
	return typed.trim() === '' ? text : `${typed.trimEnd()}\n\n${text}`;
}
