import { fail, redirect } from '@sveltejs/kit';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { doneParam, readDone } from '$lib/domain/query/done';
import { areaAnswer, municipalityValue, provinceValue, readArea } from '$lib/expertise/area';
import { MOST_FOLLOWS, type Followed } from '$lib/expertise/follow';
import { PROVINCES } from '$lib/domain/directory/directory';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { follow, readFollows, unfollow } from '$lib/expertise/follows.server';
import { followQuery, municipalityOptions, shownFollow } from '$lib/expertise/shownFollows.server';
import { readTopics, type Topics } from '$lib/expertise/topics.server';
import { idIn, lineIn } from '$lib/base/form/form.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { Actions, PageServerLoad } from './$types';

/** Two questions and a few buttons: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const account = await requireAccount(locals);
	const { client } = locals.session;
	const themes = await requireAnswer(readTopics(client), request);
	const follows = await requireAnswer(readFollows(client), request);
	const index = await requireDirectory();

	const named = followedInAddress(url, themes, index);
	const done = readDone(url.searchParams, ['followed', 'unfollowed']);
	const shown = follows.map((one) => ({ id: one.id, ...shownFollow(index, themes.topics, one) }));
	const answers = { topic: named.topic ?? '', area: areaAnswer(index, named) };
	const isNamed = answers.topic !== '' || answers.area !== '';
	return {
		mail: { isOn: account.notifications.includes('digest'), isPaused: account.pausedAt !== null },
		topics: themes.topics,
		follows: shown,
		isFull: shown.length >= MOST_FOLLOWS,
		/** What was done on the page that led here. */
		followed:
			done === 'followed' ? (shown.find(({ id }) => id === url.searchParams.get('volg')) ?? null) : null,
		stopped:
			done === 'unfollowed' && isNamed ? { ...shownFollow(index, themes.topics, named), answers } : null,
		/** What to begin the form with: a search that led here. */
		answers: done === null ? answers : { topic: '', area: '' },
		municipalities: municipalityOptions(index)
	};
};

/** What `?thema=&provincie=&gemeente=` asks for, as far as it exists. */
function followedInAddress(
	{ searchParams }: URL,
	{ topics, today }: Topics,
	index: DirectoryIndex
): Followed {
	const asked = (name: string) => searchParams.get(name) ?? '';
	const topic = today(asked('thema'));
	const province = PROVINCES.find(({ slug }) => slug === asked('provincie'));
	const area = readArea(
		index,
		asked('gemeente') ? municipalityValue(asked('gemeente')) : province ? provinceValue(province.slug) : ''
	);
	return {
		topic: topics.find(({ slug }) => slug === topic)?.slug ?? null,
		province: area?.province ?? null,
		nisCode: area?.nisCode ?? null
	};
}

export const actions: Actions = {
	volg: async ({ locals, request }) => {
		await requireAccount(locals);
		const data = await request.formData();
		const answers = { topic: lineIn(data, 'thema'), area: lineIn(data, 'gebied') };
		const refuse = (status: 400 | 409, field: string, sentence: string) =>
			fail(status, { answers, field, error: sentence });

		const area = readArea(await requireDirectory(), answers.area);
		if (!area) return refuse(400, 'gebied', m.expertise_follow_area_unknown());
		if (answers.topic === '' && answers.area === '') {
			return refuse(400, 'thema', m.expertise_follow_nothing());
		}
		const outcome = await requireAnswer(
			follow(locals.session.client, { topic: answers.topic || null, ...area }),
			request
		);
		switch (outcome.kind) {
			case 'too_many':
				return refuse(409, 'lijst', m.expertise_follow_too_many({ count: MOST_FOLLOWS }));
			case 'unknown_topic':
				return refuse(400, 'thema', m.expertise_follow_topic_unknown());
			case 'unknown_area':
				return refuse(400, 'gebied', m.expertise_follow_area_unknown());
			case 'followed':
				redirect(303, localPath(`/account/volgen?${doneParam('followed')}&volg=${outcome.id}`));
		}
	},
	stop: async ({ locals, request }) => {
		await requireAccount(locals);
		const id = idIn(await request.formData(), 'volg');
		const { client } = locals.session;
		const one = (await requireAnswer(readFollows(client), request)).find((follows) => follows.id === id);
		await requireAnswer(unfollow(client, id), request);
		const query = one ? followQuery(await requireDirectory(), one) : '';
		redirect(303, localPath(`/account/volgen${query ? `?${doneParam('unfollowed')}&${query}` : ''}`));
	}
};
