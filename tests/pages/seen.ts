/** Something on the page that a visitor has open, looked for anew each time it is asked: pages follow each other. */
import { queryAllByLabelText, queryAllByRole, type ByRoleMatcher } from '@testing-library/dom';

export interface Options {
	name?: string | RegExp;
	/** The whole text, capitals as they are. */
	exact?: boolean;
	level?: number;
}

/** What somebody does to an element. */
export interface Hands {
	click(element: HTMLElement): Promise<void>;
	fill(element: HTMLElement, value: string): void;
	check(element: HTMLElement, isChecked: boolean): void;
	choose(element: HTMLElement, option: string): void;
	chooseFile(element: HTMLElement, file: File): void;
}

/** As people read it: without the spaces and line breaks of the source, and without hyphens that are not seen. */
export const textOf = (element: Element): string =>
	(element.textContent ?? '').replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim();

/** Part of a text whatever the capitals; all of it when exact. */
export function fits(content: string, wanted: string | RegExp, exact = false): boolean {
	const text = content.replaceAll(/\s+/g, ' ').trim();
	if (typeof wanted !== 'string') return wanted.test(text);
	const plain = wanted.replaceAll(/\s+/g, ' ').trim();
	return exact ? text === plain : text.toLowerCase().includes(plain.toLowerCase());
}

const UNREAD = 'script, style, template, head, head *';

/** The smallest elements that say it. */
function withText(root: HTMLElement, wanted: string | RegExp, exact?: boolean): HTMLElement[] {
	const says = (element: Element) => !element.matches(UNREAD) && fits(textOf(element), wanted, exact);
	return [...root.querySelectorAll<HTMLElement>('*')].filter(
		(element) => says(element) && ![...element.children].some(says)
	);
}

export class Seen {
	readonly #hands: Hands;
	readonly #look: () => HTMLElement[];
	readonly description: string;

	constructor(hands: Hands, look: () => HTMLElement[], description: string) {
		this.#hands = hands;
		this.#look = look;
		this.description = description;
	}

	/** All of them, now. */
	elements(): HTMLElement[] {
		return this.#look();
	}

	/** The only one. */
	element(): HTMLElement {
		const [one, ...others] = this.#look();
		if (!one) throw new Error(`There is no ${this.description}.`);
		if (others.length) throw new Error(`There are ${others.length + 1} of ${this.description}.`);
		return one;
	}

	getByRole(role: ByRoleMatcher, { name, exact = false, level }: Options = {}): Seen {
		return this.#within(`${String(role)} ${name ?? level ?? ''}`, (root) =>
			queryAllByRole(root, role, {
				...(name === undefined ? {} : { name: (said) => fits(said, name, exact) }),
				...(level === undefined ? {} : { level })
			})
		);
	}

	getByLabel(label: string | RegExp, { exact = false }: Options = {}): Seen {
		return this.#within(`field "${label}"`, (root) =>
			queryAllByLabelText(root, (said) => fits(said, label, exact))
		);
	}

	getByText(said: string | RegExp, { exact = false }: Options = {}): Seen {
		return this.#within(`text "${said}"`, (root) => withText(root, said, exact));
	}

	/** By CSS, for what has no name to a reader. */
	locator(selector: string): Seen {
		return this.#within(selector, (root) => [...root.querySelectorAll<HTMLElement>(selector)]);
	}

	filter({ hasText, has }: { hasText?: string | RegExp; has?: string }): Seen {
		return this.#of(`with ${hasText ?? has}`, (all) =>
			all.filter(
				(one) =>
					(hasText === undefined || fits(textOf(one), hasText)) &&
					(has === undefined || one.querySelector(has) !== null)
			)
		);
	}

	first = (): Seen => this.nth(0);
	last = (): Seen => this.nth(-1);
	nth = (place: number): Seen =>
		this.#of(`number ${place}`, (all) => [all.at(place)].filter((one) => one !== undefined));
	all = (): Seen[] => this.#look().map((_, place) => this.nth(place));
	count = (): number => this.#look().length;

	text = (): string => textOf(this.element());
	texts = (): string[] => this.#look().map(textOf);
	getAttribute = (name: string): string | null => this.element().getAttribute(name);
	value = (): string => (this.element() as HTMLInputElement).value;

	click = (): Promise<void> => this.#hands.click(this.element());
	fill = (value: string): void => this.#hands.fill(this.element(), value);
	check = (isChecked = true): void => this.#hands.check(this.element(), isChecked);
	/** @param option what people read, or its value */
	choose = (option: string): void => this.#hands.choose(this.element(), option);
	chooseFile = (file: File): void => this.#hands.chooseFile(this.element(), file);

	#within(what: string, look: (root: HTMLElement) => HTMLElement[]): Seen {
		return this.#of(what, (roots) => [...new Set(roots.flatMap(look))]);
	}

	#of(what: string, choose: (all: HTMLElement[]) => HTMLElement[]): Seen {
		return new Seen(this.#hands, () => choose(this.#look()), `${this.description} › ${what.trim()}`);
	}
}
