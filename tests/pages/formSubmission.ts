/** What a browser without scripts sends when a button of a form is pressed. */
import type { DOMWindow } from 'jsdom';

export interface Submission {
	method: 'GET' | 'POST';
	url: URL;
	/** Only of what is posted. */
	body?: URLSearchParams | FormData;
}

type Submitter = HTMLButtonElement | HTMLInputElement;

/** @throws when the browser would not send it: what is filled in breaks a rule that stands in the page */
export function submissionOf(form: HTMLFormElement, submitter: Submitter, window: DOMWindow): Submission {
	if (!form.noValidate && !submitter.formNoValidate && !form.checkValidity()) {
		const [invalid] = form.querySelectorAll('input:invalid, select:invalid, textarea:invalid');
		throw new Error(`A browser does not send this form: see ${invalid?.outerHTML}`);
	}
	const entries = [...new window.FormData(form, submitter)];
	// The attributes: a field may be called "action".
	const attribute = (name: string) => submitter.getAttribute(`form${name}`) ?? form.getAttribute(name);
	const here = new URL(window.location.href);
	here.hash = '';
	const url = new URL(attribute('action') || here, window.document.baseURI);

	if (attribute('method')?.toLowerCase() !== 'post') {
		url.search = new URLSearchParams(entries.map(([name, value]) => [name, nameOf(value)])).toString();
		return { method: 'GET', url };
	}
	if (attribute('enctype') !== 'multipart/form-data') {
		return {
			method: 'POST',
			url,
			body: new URLSearchParams(entries.map(([name, value]) => [name, withLineBreaks(nameOf(value))]))
		};
	}
	const body = new FormData();
	for (const [name, value] of entries) {
		if (typeof value === 'string') body.append(name, withLineBreaks(value));
		else body.append(name, filesOf(form, name) ?? new File([], ''));
	}
	return { method: 'POST', url, body };
}

const nameOf = (value: File | string): string => (typeof value === 'string' ? value : value.name);

/** As it goes over the line. */
const withLineBreaks = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');

const chosenFiles = new WeakMap<HTMLInputElement, File>();

/** Chooses a file; the page itself cannot be given one. */
export function chooseFile(field: HTMLInputElement, file: File): void {
	chosenFiles.set(field, file);
}

function filesOf(form: HTMLFormElement, name: string): File | undefined {
	const field = form.querySelector<HTMLInputElement>(`input[type=file][name="${name}"]`);
	return field ? chosenFiles.get(field) : undefined;
}
