import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { embedQuery } from '$lib/embed/embedQuery';
import { snippet } from '$lib/embed/snippet';
import { readSnippetChoice } from '$lib/embed/snippetChoice';
import { embedTitle } from '$lib/embed/titles';
import { localPath } from '$lib/base/i18n/localPath';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const index = await requireDirectory();
	const locale = getLocale();
	const choice = readSnippetChoice(url.searchParams, locale);
	const municipality =
		choice.gemeente === null ? undefined : resolveMunicipality(index, choice.gemeente)?.entry.municipality;
	const slug = municipality?.slug ?? null;
	const { compare } = new Intl.Collator(locale);
	const path = localPath(
		`/embed/${choice.wat}${embedQuery.print({
			gemeente: slug,
			kleur: choice.kleur,
			uren: choice.uren,
			venster: choice.venster
		})}`,
		choice.taal
	);
	const place = municipality && {
		nisCode: municipality.nisCode,
		slug: municipality.slug,
		name: municipalityName(municipality, choice.taal)
	};
	const title = embedTitle(choice.wat, { place: place ?? null, provinces: [] }, choice.taal);
	return {
		choice: { ...choice, gemeente: slug },
		municipalities: index.entries
			.map(({ municipality }) => ({ slug: municipality.slug, name: municipalityName(municipality, locale) }))
			.sort((a, b) => compare(a.name, b.name)),
		frame: { path, title },
		code: snippet({ origin: url.origin, path, title, height: choice.hoogte })
	};
};
