import { tick } from 'svelte';
import { get } from 'svelte/store';
import { superForm, type FormOptions, type SuperForm, type SuperValidated } from 'sveltekit-superforms';

interface Moments<Data, Outcome> {
	/** What to show when the server cannot be reached. */
	offline: Outcome;
	/** Once the page shows what came back: the moment to move the focus there. */
	shown: () => void;
	/** Fields that the server never sends back; what was typed in them stays while the page does. */
	secrets?: readonly (keyof Data)[];
}

/**
 * A form that is sent without leaving the page: the server judges an attempt, what was typed stays, and the focus goes
 * where the page says.
 */
export function plainForm<Data extends Record<string, unknown>, Outcome>(
	validated: SuperValidated<Data, Outcome>,
	{ offline, shown, secrets = [] }: Moments<Data, Outcome>,
	options: Pick<FormOptions<Data, Outcome>, 'validators' | 'taintedMessage'> = {}
): SuperForm<Data, Outcome> {
	const show = () => void tick().then(shown);
	const form: SuperForm<Data, Outcome> = superForm(validated, {
		...options,
		validationMethod: 'onsubmit',
		invalidateAll: false,
		resetForm: false,
		scrollToError: 'off',
		autoFocusOnError: false,
		onError: () => {
			form.message.set(offline);
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
	return form;
}

/** The first error of each field, in the order of the form, for an error summary. */
export const firstErrors = <Field extends string>(
	errors: Partial<Record<Field, string[] | undefined>>,
	fields: readonly Field[]
): { field: Field; message: string }[] =>
	fields.flatMap((field) => {
		const message = errors[field]?.[0];
		return message === undefined ? [] : [{ field, message }];
	});
