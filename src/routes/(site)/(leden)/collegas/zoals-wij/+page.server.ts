import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { peerQuery } from '$lib/domain/colleague/peerQuery';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { peersView } from '$lib/peers/peersView';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { readExpertise } from '$lib/peers/peers.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const account = await requireAccount(locals);
	const index = await requireDirectory();
	const locale = getLocale();
	const known = await requireAnswer(readExpertise(locals.session.client, index, account.id), request);
	const { query, problems } = peerQuery.parse(url.searchParams, {
		thema: { values: known.topics.map(({ slug }) => slug), today: (slug) => known.today(slug) }
	});

	const government = index.governmentById.get(account.localGovernmentId ?? '');
	const own = index.byNisCode.get(government?.nisCode ?? '');
	const asked = query.voor === null ? undefined : resolveMunicipality(index, query.voor)?.entry;
	if (query.voor !== null && !asked) {
		problems.push({ parameter: 'voor', reason: 'unknown-value', value: query.voor });
	}
	const entry = asked ?? own;
	const isOwn = entry !== undefined && entry === own;
	query.voor = isOwn ? null : (entry?.municipality.slug ?? null);

	const today = new Date().toISOString().slice(0, 10);
	const { compare } = new Intl.Collator(locale);
	return {
		query,
		problems,
		municipalities: index.entries
			.map(({ municipality }) => ({
				slug: municipality.slug,
				name: municipalityName(municipality, locale)
			}))
			.toSorted((a, b) => compare(a.name, b.name)),
		view: entry ? peersView(index, entry, isOwn, known, query, locale, today) : null
	};
};
