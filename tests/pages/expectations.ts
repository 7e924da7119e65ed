/** What can be expected of something on a page. `expect` here is that of Vitest, with these. */
import { expect } from 'vitest';
import { fits, textOf, type Seen } from './seen.ts';
import type { Visitor } from './visitor.ts';

export { expect };

type Wanted = string | RegExp;
const show = (value: unknown) => (value instanceof RegExp ? String(value) : JSON.stringify(value));
const whole = (said: string, wanted: Wanted) => fits(said, wanted, true);

/** A verdict that says what was there instead. */
const verdict = (pass: boolean, subject: string, wanted: unknown, found: unknown) => ({
	pass,
	message: () => `${subject}: expected ${show(wanted)}, found ${show(found)}`
});

const input = (seen: Seen) => seen.element() as HTMLInputElement;

const matchers = {
	toHaveCount: (seen: Seen, wanted: number) =>
		verdict(seen.count() === wanted, seen.description, wanted, seen.texts()),
	/** There for people: nothing around it is hidden or folded away. */
	toBeVisible(seen: Seen) {
		const found = seen.elements();
		const hidden = found.filter((element) =>
			element.closest('[hidden], details:not([open]) > :not(summary)')
		);
		return verdict(
			found.length === 1 && hidden.length === 0,
			seen.description,
			'one that is there',
			seen.texts()
		);
	},
	/** All of the text; of several, that of each. */
	toHaveText(seen: Seen, wanted: Wanted | readonly Wanted[]) {
		const found = Array.isArray(wanted) ? seen.texts() : [textOf(seen.element())];
		const all: Wanted[] = Array.isArray(wanted) ? [...wanted] : [wanted as Wanted];
		const pass = found.length === all.length && all.every((one, place) => whole(found[place] ?? '', one));
		return verdict(pass, seen.description, wanted, found);
	},
	toContainText(seen: Seen, wanted: Wanted) {
		const found = textOf(seen.element());
		const pass = typeof wanted === 'string' ? found.includes(wanted) : wanted.test(found);
		return verdict(pass, seen.description, wanted, found);
	},
	toHaveValue: (seen: Seen, wanted: Wanted) =>
		verdict(
			typeof wanted === 'string' ? input(seen).value === wanted : wanted.test(input(seen).value),
			seen.description,
			wanted,
			input(seen).value
		),
	toBeChecked: (seen: Seen) => verdict(input(seen).checked, seen.description, 'checked', input(seen).checked),
	toHaveAttribute(seen: Seen, name: string, wanted: Wanted) {
		const found = seen.getAttribute(name);
		const pass = found !== null && (typeof wanted === 'string' ? found === wanted : wanted.test(found));
		return verdict(pass, `${name} of ${seen.description}`, wanted, found);
	},
	toHaveClass: (seen: Seen, wanted: RegExp) =>
		verdict(wanted.test(seen.element().className), seen.description, wanted, seen.element().className),
	toHaveAccessibleDescription(seen: Seen, wanted: Wanted) {
		const element = seen.element();
		const ids = (element.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
		const found = ids.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
		return verdict(fits(found, wanted), seen.description, wanted, found);
	},
	/** The first thing that asks for the focus when the page is there; what is in a popover asks for it when that opens. */
	toGetFocus(seen: Seen) {
		const first = seen.element().ownerDocument.querySelector('[autofocus]:not([popover] *)');
		return verdict(first === seen.element(), seen.description, 'the focus', first && textOf(first));
	},
	toHaveAddress: (visitor: Visitor, wanted: Wanted) =>
		verdict(
			typeof wanted === 'string' ? visitor.address === wanted : wanted.test(visitor.address),
			'address',
			wanted,
			visitor.address
		),
	toHaveTitle: (visitor: Visitor, wanted: Wanted) =>
		verdict(fits(visitor.title, wanted), 'title', wanted, visitor.title)
};

expect.extend(matchers);

interface Expectations {
	toHaveCount(wanted: number): void;
	toBeVisible(): void;
	toHaveText(wanted: Wanted | readonly Wanted[]): void;
	toContainText(wanted: Wanted): void;
	toHaveValue(wanted: Wanted): void;
	toBeChecked(): void;
	toHaveAttribute(name: string, wanted: Wanted): void;
	toHaveClass(wanted: RegExp): void;
	toHaveAccessibleDescription(wanted: Wanted): void;
	toGetFocus(): void;
	toHaveAddress(wanted: Wanted): void;
	toHaveTitle(wanted: Wanted): void;
}

declare module 'vitest' {
	/* eslint-disable @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars */
	interface Matchers<
		R extends void | Promise<void> = void | Promise<void>,
		T = unknown
	> extends Expectations {}
	/* eslint-enable */
}
