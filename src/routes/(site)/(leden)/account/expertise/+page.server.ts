import { message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import {
	choiceField,
	expertiseOfForm,
	formOfExpertise,
	noteField,
	ownExpertiseSchema,
	type OwnExpertiseForm,
	type OwnExpertiseOutcome
} from '$lib/expertise/ownExpertiseSchema';
import { requireOpenAccount } from '$lib/server/accounts/requireAccount';
import { readOwnExpertise, saveOwnExpertise } from '$lib/server/expertise/own';
import { readTopics, type Topics } from '$lib/server/expertise/topics';
import { logError, requireAnswer } from '$lib/server/http/errors';
import type { Actions, PageServerLoad } from './$types';

const validate = (slugs: readonly string[], data: OwnExpertiseForm | FormData) =>
	superValidate<OwnExpertiseForm, OwnExpertiseOutcome>(
		data,
		valibot(ownExpertiseSchema(slugs), { defaults: formOfExpertise(slugs, []) }),
		data instanceof FormData ? {} : { errors: false }
	);

export const load: PageServerLoad = async ({ locals, request }) => {
	const account = await requireOpenAccount(locals);
	const { client } = locals.session;
	const { topics } = await requireAnswer(readTopics(client), request);
	const expertise = await requireAnswer(readOwnExpertise(client, topics), request);
	const slugs = topics.map(({ slug }) => slug);
	return { account, topics, form: await validate(slugs, formOfExpertise(slugs, expertise)) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		await requireOpenAccount(locals);
		const { client } = locals.session;
		const data = await request.formData();
		const topics = await requireAnswer(readTopics(client), request);
		const isOutdated = bringUpToDate(data, topics);
		const slugs = topics.topics.map(({ slug }) => slug);
		const form = await validate(slugs, data);
		if (!form.valid) return message(form, undefined, { status: 400 });
		if (isOutdated) return message(form, { kind: 'outdated' }, { status: 409 });

		const entries = expertiseOfForm(slugs, form.data);
		try {
			if ((await saveOwnExpertise(client, entries)) !== 'saved') {
				return message(form, { kind: 'outdated' }, { status: 409 });
			}
		} catch (cause) {
			return message(form, { kind: 'unavailable', id: logError(cause, request) }, { status: 503 });
		}
		form.data = formOfExpertise(slugs, entries);
		return message(form, {
			kind: 'saved',
			sought: entries.flatMap(({ topic, direction }) => (direction === 'sought' ? [topic] : []))
		});
	}
};

/**
 * What was chosen for a theme that is no more, moves to what it became part of, unless something was chosen there too.
 * @returns whether there was any such theme: then its owner has to look at the form again
 */
function bringUpToDate(data: FormData, { topics, today }: Topics): boolean {
	const prefix = choiceField('');
	const gone = [...data.keys()]
		.filter((name) => name.startsWith(prefix) && data.get(name) !== '')
		.map((name) => name.slice(prefix.length))
		.filter((slug) => topics.every((topic) => topic.slug !== slug));
	for (const slug of gone) {
		const now = today(slug);
		if (now === undefined || data.get(choiceField(now))) continue;
		for (const field of [choiceField, noteField]) data.set(field(now), data.get(field(slug)) ?? '');
	}
	return gone.length > 0;
}
