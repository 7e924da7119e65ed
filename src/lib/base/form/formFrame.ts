import { tick } from 'svelte';
import { derived, get, type Readable } from 'svelte/store';
import { superForm, type FormOptions, type SuperForm, type SuperValidated } from 'sveltekit-superforms';
import { localPath } from '$lib/base/i18n/localPath';
import { statusOf, TAKEN_IN, type FormProblem } from './outcome';

export interface FieldProblem {
	/** Id of the control. */
	field: string;
	message: string;
}

interface Options<Data extends Record<string, unknown>, Outcome> extends Pick<
	FormOptions<Data, Outcome>,
	'validators' | 'taintedMessage'
> {
	/** In the order of the form. */
	fields: readonly (keyof Data & string)[];
	/** Fields that the server never sends back; what was typed in them stays while the page does. */
	secrets?: readonly (keyof Data)[];
	/** Once the page shows what came back. */
	shown?: () => void;
}

export interface FormFrame<Data extends Record<string, unknown>, Outcome> extends SuperForm<Data, Outcome> {
	/** As the server sent it. */
	given: Data;
	/** What is wrong, for the summary: the first error of each field. */
	problems: Readable<FieldProblem[]>;
	/** What was sent did not do what was asked. */
	failed: Readable<boolean>;
	/** For the component that shows what came back: told when that is there, to take the focus. */
	onShown: (listener: () => void) => void;
	/** What the browser keeps to come back to, on disk too: without secrets. */
	snapshot: Pick<SuperForm<Data, Outcome>, 'capture' | 'restore'>;
}

/**
 * A form that is sent without leaving the page: the server judges an attempt, what was typed stays, and the focus goes to
 * what there is to tell.
 */
export function formFrame<Data extends Record<string, unknown>, Outcome extends { kind: string }>(
	validated: SuperValidated<Data, Outcome | FormProblem>,
	{ fields, secrets = [], shown, ...options }: Options<Data, Outcome | FormProblem>
): FormFrame<Data, Outcome | FormProblem> {
	const given = validated.data;
	let listener = () => {};
	const show = () =>
		void tick().then(() => {
			listener();
			shown?.();
		});
	const form: SuperForm<Data, Outcome | FormProblem> = superForm(validated, {
		...options,
		validationMethod: 'onsubmit',
		invalidateAll: false,
		resetForm: false,
		scrollToError: 'off',
		autoFocusOnError: false,
		onResult: ({ result, formElement }) => {
			const isTakenIn =
				result.type === 'success' || (result.type === 'redirect' && !asksToSignIn(result.location));
			if (isTakenIn) formElement.dispatchEvent(new Event(TAKEN_IN));
		},
		onError: () => {
			form.message.set({ kind: 'offline' });
			show();
		},
		onUpdate: ({ form: answer }) => {
			const typed = get(form.form);
			for (const name of secrets) answer.data[name] = typed[name];
		},
		onUpdated: ({ form: { valid } }) => {
			// From now on an error goes as soon as it is mended. Not before: an error that appears when a field is left
			// moves the button away from under the click that left it.
			if (!valid && options.validators) form.options.validationMethod = 'auto';
			show();
		}
	});
	const problems = derived(form.errors, (errors) => firstErrors(errors, fields));
	return {
		...form,
		given,
		problems,
		failed: derived(
			[form.message, problems],
			([message, wrong]) => wrong.length > 0 || (message !== undefined && statusOf(message) !== 200)
		),
		onShown: (listen) => {
			listener = listen;
		},
		snapshot: {
			capture: () => {
				const kept = form.capture();
				const blank = Object.fromEntries(secrets.map((name) => [name, '']));
				return { ...kept, data: { ...kept.data, ...blank } };
			},
			restore: form.restore
		}
	};
}

/** The session ended before the form was sent. */
const asksToSignIn = (location: string): boolean =>
	new URL(location, window.location.href).pathname === localPath('/aanmelden');

/** The first error of each field, in the order of the form. Of a list, the errors of its items stand under their number. */
export const firstErrors = (
	errors: Readonly<Record<string, unknown>>,
	fields: readonly string[]
): FieldProblem[] =>
	fields.flatMap((field) => {
		const message = firstSentence(errors[field]);
		return message === undefined ? [] : [{ field, message }];
	});

function firstSentence(found: unknown): string | undefined {
	if (typeof found === 'string') return found;
	if (typeof found !== 'object' || found === null) return undefined;
	for (const inside of Object.values(found)) {
		const sentence = firstSentence(inside);
		if (sentence !== undefined) return sentence;
	}
	return undefined;
}
