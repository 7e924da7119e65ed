/** What is sent as a form and is none is the mistake of whoever sends it. */
import { error, type Handle } from '@sveltejs/kit';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/** In its place the frame of forms would read values of any shape. No form of ours has it. */
const IN_ANOTHER_SHAPE = '__superform_json';

/**
 * The request, of which reading the form answers 400 when it cannot be read as one: of a type that its contents do not have, not ended,
 * with a name that breaks off; and 413 when it is too large. Every route reads its form here.
 */
export function readable(request: Request): Request {
	const read = request.formData.bind(request);
	const formData = async (): Promise<FormData> => {
		const form = await read().catch((cause: unknown) => {
			const tooLarge = cause instanceof Error && 'status' in cause && cause.status === 413;
			if (tooLarge) error(413, { message: m.server_error_bad_request() });
			return undefined;
		});
		if (!form || form.has(IN_ANOTHER_SHAPE)) error(400, { message: m.server_error_bad_request() });
		return form;
	};
	return Object.defineProperty(request, 'formData', { value: formData });
}

export const wholeForms: Handle = ({ event, resolve }) => {
	if (event.request.body !== null) event.request = readable(event.request);
	return resolve(event);
};
