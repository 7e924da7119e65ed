/** What every form does on the server: read what was sent, judge it, act, and answer. */
import { error, fail, isHttpError, isRedirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import {
	message,
	setError,
	superValidate,
	type FormPathLeavesWithErrors,
	type SuperValidated
} from 'sveltekit-superforms';
import type { ValidationAdapter } from 'sveltekit-superforms/adapters';
import { isId } from '$lib/domain/text/ids';
import { onOneLine } from '$lib/domain/text/text';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { statusOf, type FormProblem } from './outcome';
import { logError } from '../http/errors.server';

type Kind = { kind: string };
type Fields = Record<string, unknown>;
type Form<Data extends Fields, Outcome> = SuperValidated<Data, Outcome | FormProblem>;
type Failure<Data extends Fields, Outcome> = ActionFailure<{ form: Form<Data, Outcome> }>;

/** What there is to tell; nothing when the fields already do. */
type Answer<Outcome> = Outcome | FormProblem | undefined;

export interface Sent<Data extends Fields, Outcome> {
	/** As it goes back: without secrets. */
	form: Form<Data, Outcome>;
	/** As it was sent. */
	data: Data;
	typed: FormData;
	/** Says what is wrong with a field. */
	refuse: (field: FormPathLeavesWithErrors<Data>, sentence: string, status?: 400 | 409) => undefined;
}

interface Work<Data extends Fields, Outcome> {
	/** What only the server can say of what was typed, before anything is done. */
	judge?: (sent: Sent<Data, Outcome>) => Answer<Outcome> | Promise<Answer<Outcome>>;
	/** For a form without mistakes. @throws a redirect to the page that says that it was done */
	act: (sent: Sent<Data, Outcome>) => Promise<Answer<Outcome>>;
}

interface Definition<Data extends Fields, Outcome> {
	/** As `valibot(schema, { defaults })` reads it. */
	schema: ValidationAdapter<Data>;
	/** Fields of text that go back to nobody, whatever happens. */
	secrets?: readonly (keyof Data)[];
	/** What to say of what was thrown; by default that it is unavailable, with the cause in the log. */
	failed?: (cause: unknown, request: Request) => Outcome | FormProblem;
}

const unavailable = (cause: unknown, request: Request): FormProblem => ({
	kind: 'unavailable',
	id: logError(cause, request)
});

/** @template Outcome what there is to tell beside a `FormProblem`, by kind: `statusOf` knows the status */
export function defineForm<Data extends Fields, Outcome extends Kind = never>({
	schema,
	secrets = [],
	failed = unavailable
}: Definition<Data, Outcome>) {
	type Told = Outcome | FormProblem;
	return {
		/** The form as a page begins with it. */
		open: (data?: Data): Promise<Form<Data, Outcome>> =>
			data === undefined
				? superValidate<Data, Told>(schema)
				: superValidate<Data, Told>(data, schema, { errors: false }),

		/** The action: what was typed goes back with whatever there is to tell. */
		async send(
			{ request }: Pick<RequestEvent, 'request'>,
			{ judge, act }: Work<Data, Outcome>,
			sentData?: FormData
		): Promise<Failure<Data, Outcome> | { form: Form<Data, Outcome> }> {
			const typed = sentData ?? (await request.formData());
			const form = await superValidate<Data, Told>(typed, schema);
			let refusal: 400 | 409 = 400;
			const sent: Sent<Data, Outcome> = {
				form,
				data: form.data,
				typed,
				refuse: (field, sentence, status = 400) => {
					setError(form, field, sentence);
					refusal = status;
					return undefined;
				}
			};
			form.data = { ...form.data, ...Object.fromEntries(secrets.map((name) => [name, ''])) };
			const told = await orFailed(
				async () => (await judge?.(sent)) ?? (form.valid ? act(sent) : undefined),
				(cause) => failed(cause, request)
			);
			if (told === undefined) return fail(refusal, { form });
			const status = statusOf(told);
			return status === 200 ? message(form, told) : message(form, told, { status });
		}
	};
}

type Pressed<Result> = Result | { kind: 'invalid' } | { kind: 'failed'; id: string };

/** Does what a button asks, for a page that says what came of it. What fails is in the log. */
export const press = <Result extends Kind>(
	{ request }: Pick<RequestEvent, 'request'>,
	work: () => Promise<Result | { kind: 'invalid' }>
): Promise<Pressed<Result>> =>
	orFailed(work, (cause) => ({ kind: 'failed' as const, id: logError(cause, request) }));

/** The same for a page that has nothing else to tell. */
export async function pressed<Result extends Kind>(
	...button: Parameters<typeof press<Result>>
): Promise<{ result: Pressed<Result> } | ActionFailure<{ result: Pressed<Result> }>> {
	const result = await press(...button);
	const status = statusOf(result);
	return status === 200 ? { result } : fail(status, { result });
}

/** Where work leads to is no failure, and neither is what it found not to be there. */
export async function orFailed<Done, Problem>(
	work: () => Promise<Done>,
	failed: (cause: unknown) => Problem
): Promise<Done | Problem> {
	try {
		return await work();
	} catch (cause) {
		if (isRedirect(cause) || isHttpError(cause)) throw cause;
		return failed(cause);
	}
}

/** Why somebody has to wait, who is told so by a header too. @param seconds more than none */
export function haveToWait({ setHeaders }: Pick<RequestEvent, 'setHeaders'>, seconds: number) {
	setHeaders({ 'retry-after': String(seconds) });
	return { kind: 'too-many' as const, minutes: Math.ceil(seconds / 60) };
}

/** What was typed in a field of one line; empty when the form has no such field. */
export function lineIn(data: FormData, name: string): string {
	const value = data.get(name);
	return typeof value === 'string' ? onOneLine(value) : '';
}

/** What a button is about. @throws a 400 for anything but an id */
export function idIn(data: FormData, name: string): string {
	const id = data.get(name);
	if (!isId(id)) error(400, { message: m.server_error_bad_request() });
	return id;
}

/** Which of two buttons was pressed. @throws a 400 for a form that has neither */
export function yesOrNo(data: FormData, name: string): boolean {
	const value = data.get(name);
	if (value !== 'true' && value !== 'false') error(400, { message: m.server_error_bad_request() });
	return value === 'true';
}
