/** What a click, a key or a choice does in a browser without scripts. */
import type { DOMWindow } from 'jsdom';
import { chooseFile, submissionOf, type Submission } from './formSubmission.ts';
import type { Hands } from './seen.ts';

export type Navigation = Submission;

interface Browser {
	window(): DOMWindow;
	go(to: Navigation): Promise<void>;
}

export function act({ window, go }: Browser): Hands {
	async function click(element: HTMLElement): Promise<void> {
		const { HTMLButtonElement, HTMLInputElement } = window();
		const link = element.closest<HTMLAnchorElement>('a[href]');
		if (link) {
			const url = new URL(link.getAttribute('href') ?? '', element.ownerDocument.baseURI);
			const here = new URL(window().location.href);
			// A place on the page that is open is not asked for again.
			if (url.hash && url.pathname + url.search === here.pathname + here.search)
				window().location.hash = url.hash;
			else await go({ method: 'GET', url });
			return;
		}
		const fold = element.closest('summary')?.parentElement;
		if (fold) {
			fold.toggleAttribute('open');
			return;
		}
		const submits =
			(element instanceof HTMLButtonElement && element.type === 'submit') ||
			(element instanceof HTMLInputElement && ['submit', 'image'].includes(element.type));
		if (!submits) throw new Error(`Without scripts nothing comes of pressing ${element.outerHTML}`);
		refuseDisabled(element);
		if (!element.form) throw new Error(`${element.outerHTML} belongs to no form.`);
		await go(submissionOf(element.form, element, window()));
	}

	function fill(element: HTMLElement, value: string): void {
		const { HTMLInputElement, HTMLTextAreaElement } = window();
		const isText = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
		if (!isText || element.readOnly) throw new Error(`Nothing can be typed in ${element.outerHTML}`);
		refuseDisabled(element);
		element.value = value;
	}

	function check(element: HTMLElement, isChecked: boolean): void {
		const { HTMLInputElement } = window();
		if (!(element instanceof HTMLInputElement)) throw new Error(`${element.outerHTML} is not ticked.`);
		refuseDisabled(element);
		if (element.checked !== isChecked) element.click();
		if (element.checked !== isChecked) throw new Error(`${element.outerHTML} stays as it is.`);
	}

	function choose(element: HTMLElement, option: string): void {
		const { HTMLSelectElement } = window();
		if (!(element instanceof HTMLSelectElement)) throw new Error(`${element.outerHTML} is no list.`);
		refuseDisabled(element);
		const found = [...element.options].find(({ text, value }) => text.trim() === option || value === option);
		if (!found) throw new Error(`${element.name} has no "${option}".`);
		element.value = found.value;
	}

	return {
		click,
		fill,
		check,
		choose,
		chooseFile: (element, file) => chooseFile(element as HTMLInputElement, file)
	};
}

function refuseDisabled(element: HTMLElement): void {
	if (element.matches(':disabled')) throw new Error(`${element.outerHTML} is disabled.`);
}
