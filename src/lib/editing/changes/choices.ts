/** Which of two texts a reviewer keeps, part by part. */
import { DESK_PARTS, partsOf, type Part } from '../content';

const CHOICES = ['now', 'proposed'] as const;
export type Choice = (typeof CHOICES)[number];

export const choiceField = (part: string): string => `part-${part}`;

/** What was chosen of the parts that the form asked about, and the first that nobody chose for. */
export function readChoices(form: FormData): { chosen: Record<string, Choice>; missing: Part | undefined } {
	const asked = form.getAll('overlap');
	const parts = partsOf(DESK_PARTS).filter((part) => asked.includes(part));
	const chosen = Object.fromEntries(
		parts.flatMap((part) => {
			const choice = CHOICES.find((one) => one === form.get(choiceField(part)));
			return choice ? [[part, choice]] : [];
		})
	);
	const missing = parts.find((part) => !Object.hasOwn(chosen, part));
	return { chosen, missing };
}
