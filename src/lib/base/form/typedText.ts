/** What stands in the controls of a form, and how to put it there again. */
import type { Typed } from './keptTyping';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NEVER = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'];

/** Nothing that proves who somebody is, no files, and nothing that the page itself sends along. */
const isTypedIn = (control: Element): control is Control =>
	(control instanceof HTMLTextAreaElement ||
		control instanceof HTMLSelectElement ||
		// A password that is shown is a text; what it is for still says what it is.
		(control instanceof HTMLInputElement &&
			!NEVER.includes(control.type) &&
			!/password/.test(control.autocomplete))) &&
	control.name !== '' &&
	!control.disabled;

const isTicked = (control: Control): control is HTMLInputElement =>
	control.type === 'checkbox' || control.type === 'radio';

const controlsOf = (form: HTMLFormElement): Control[] => [...form.elements].filter(isTypedIn);

export function typedIn(form: HTMLFormElement): Typed {
	const typed: Typed = {};
	for (const control of controlsOf(form)) {
		const values = (typed[control.name] ??= []);
		if (!isTicked(control) || control.checked) values.push(control.value);
	}
	return typed;
}

/** What a form holds that the server filled in, as `typedIn` would say it: only what it has a control for. */
export function typedAs(given: Readonly<Record<string, unknown>>, form: HTMLFormElement): Typed {
	const typed: Typed = {};
	for (const [name, value] of Object.entries(given)) {
		const controls = controlsOf(form).filter((control) => control.name === name);
		const isOffered = (text: string) =>
			controls.some((control) => !isTicked(control) || control.value === text);
		typed[name] = textsOf(value).filter(isOffered);
	}
	return typed;
}

function textsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.map(String);
	if (typeof value === 'boolean') return value ? ['on'] : [];
	return [String(value)];
}

/** "hours.days.0.from" belongs to the hours: they are put back whole. */
const groupOf = (name: string): string => name.split('.')[0] ?? name;

/** What is otherwise than before; nothing when it is all the same. */
export function changesIn(now: Typed, before: Typed): Typed | undefined {
	const answers = (typed: Typed, name: string) =>
		JSON.stringify((typed[name] ?? []).filter((value) => value !== '').toSorted());
	const isSame = (name: string) => answers(now, name) === answers(before, name);
	const names = Object.keys(now);
	const changed = new Set(names.filter((name) => !isSame(name)).map(groupOf));
	return changed.size === 0
		? undefined
		: Object.fromEntries(
				names.filter((name) => changed.has(groupOf(name))).map((name) => [name, now[name] ?? []])
			);
}

/** Puts it into the controls that are there, as if it were typed now. */
export function putBack(form: HTMLFormElement, typed: Typed): void {
	const left = new Map(Object.entries(typed).map(([name, values]) => [name, [...values]]));
	for (const control of controlsOf(form)) {
		const values = left.get(control.name);
		if (!values) continue;
		if (isTicked(control)) {
			const isChosen = values.includes(control.value);
			if (control.checked === isChosen) continue;
			control.checked = isChosen;
		} else {
			control.value = values.shift() ?? '';
			control.dispatchEvent(new Event('input', { bubbles: true }));
		}
		control.dispatchEvent(new Event('change', { bubbles: true }));
	}
}
