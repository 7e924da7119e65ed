import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { JSDOM } from 'jsdom';
import { changesIn, putBack, typedAs, typedIn } from './typedText.ts';

const FORM = `<form>
	<input type="hidden" name="version" value="7">
	<input name="fullName" value="Ada">
	<textarea name="bio"></textarea>
	<input type="password" name="present" value="geheim">
	<input type="text" name="shown" autocomplete="new-password" value="geheim">
	<input type="file" name="file">
	<input type="radio" name="position" value="staff" checked><input type="radio" name="position" value="elected">
	<input type="checkbox" name="fields" value="phone" checked><input type="checkbox" name="fields" value="bio">
	<select name="area"><option value=""></option><option value="gent">Gent</option></select>
	<input name="hours.days.0.from" value="09:00"><input name="hours.days.0.to" value="12:00">
	<button name="intent" value="publish"></button>
</form>`;

let form: HTMLFormElement;
beforeEach(() => {
	const { window } = new JSDOM(FORM);
	for (const name of ['HTMLInputElement', 'HTMLTextAreaElement', 'HTMLSelectElement', 'Event'] as const) {
		vi.stubGlobal(name, window[name]);
	}
	const found = window.document.querySelector('form');
	if (!found) throw new Error('There is no form.');
	form = found;
});
afterAll(() => void vi.unstubAllGlobals());

const control = <Kind extends Element>(selector: string): Kind => {
	const found = form.querySelector<Kind>(selector);
	if (!found) throw new Error(`There is no ${selector}.`);
	return found;
};

describe('what is typed in a form', () => {
	it('holds no password, also while it is shown, no file, and nothing that the page sends along', () => {
		expect(typedIn(form)).toEqual({
			fullName: ['Ada'],
			bio: [''],
			position: ['staff'],
			fields: ['phone'],
			area: [''],
			'hours.days.0.from': ['09:00'],
			'hours.days.0.to': ['12:00']
		});
	});

	it('is what differs from what the page gave; a box that was emptied too', () => {
		const before = {
			...typedIn(form),
			...typedAs({ fullName: 'Ada', fields: ['phone', 'unseen'], listed: false }, form)
		};
		expect(changesIn(typedIn(form), before)).toBeUndefined();
		control<HTMLInputElement>('[value="phone"]').checked = false;
		control<HTMLTextAreaElement>('textarea').value = 'Regel\nwit';
		expect(changesIn(typedIn(form), before)).toEqual({ bio: ['Regel\nwit'], fields: [] });
	});

	it('is nothing in a form that is still empty', () => {
		expect(changesIn({ reason: [''], agreed: [] }, {})).toBeUndefined();
		expect(changesIn({ reason: ['Omdat'], agreed: [] }, {})).toEqual({ reason: ['Omdat'] });
	});

	it('takes the rows of a group together', () => {
		const before = typedIn(form);
		control<HTMLInputElement>('[name="hours.days.0.to"]').value = '13:00';
		expect(changesIn(typedIn(form), before)).toEqual({
			'hours.days.0.from': ['09:00'],
			'hours.days.0.to': ['13:00']
		});
	});

	it('goes back as if it were typed, and touches nothing else', () => {
		const heard: string[] = [];
		for (const kind of ['input', 'change']) {
			form.addEventListener(kind, ({ target }) => heard.push(`${kind} ${(target as HTMLInputElement).name}`));
		}
		putBack(form, { bio: ['Weg'], position: ['elected'], fields: ['bio'], area: ['gent'], present: ['x'] });
		expect(typedIn(form)).toMatchObject({
			fullName: ['Ada'],
			bio: ['Weg'],
			position: ['elected'],
			fields: ['bio'],
			area: ['gent']
		});
		expect(control<HTMLInputElement>('[name="present"]').value).toBe('geheim');
		expect(heard).toContain('input bio');
		expect(heard).toContain('change position');
		expect(heard.some((event) => event.includes('fullName'))).toBe(false);
	});
});
