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
import { requireOpenAccount } from '$lib/accounts/requireAccount.server';
import { defineForm } from '$lib/base/form/form.server';
import { readOwnExpertise, saveOwnExpertise } from '$lib/expertise/own.server';
import { readTopics, type Topics } from '$lib/expertise/topics.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import type { Actions, PageServerLoad } from './$types';

const expertiseIn = (slugs: readonly string[]) =>
	defineForm<OwnExpertiseForm, OwnExpertiseOutcome>({
		schema: valibot(ownExpertiseSchema(slugs), { defaults: formOfExpertise(slugs, []) })
	});

export const load: PageServerLoad = async ({ locals, request }) => {
	const account = await requireOpenAccount(locals);
	const { client } = locals.session;
	const { topics } = await requireAnswer(readTopics(client), request);
	const expertise = await requireAnswer(readOwnExpertise(client, topics), request);
	const slugs = topics.map(({ slug }) => slug);
	return { account, topics, form: await expertiseIn(slugs).open(formOfExpertise(slugs, expertise)) };
};

export const actions: Actions = {
	default: async (event) => {
		const { locals, request } = event;
		await requireOpenAccount(locals);
		const { client } = locals.session;
		const data = await request.formData();
		const topics = await requireAnswer(readTopics(client), request);
		const isOutdated = bringUpToDate(data, topics);
		const slugs = topics.topics.map(({ slug }) => slug);
		return expertiseIn(slugs).send(
			event,
			{
				act: async ({ form }) => {
					const entries = expertiseOfForm(slugs, form.data);
					if (isOutdated || (await saveOwnExpertise(client, entries)) !== 'saved')
						return { kind: 'outdated' };
					form.data = formOfExpertise(slugs, entries);
					return {
						kind: 'saved',
						sought: entries.flatMap(({ topic, direction }) => (direction === 'sought' ? [topic] : []))
					};
				}
			},
			data
		);
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
