/** What the pages for other sites show. */
import { error } from '@sveltejs/kit';
import type { DeskForEmbed, EmbedView } from './embedView';
import { embedQuery, type EmbedQuery } from './embedQuery';
import { KINDS, type Locale, type VolunteerDesk } from '$lib/domain/directory/directory';
import {
	participationOf,
	resolveMunicipality,
	type DirectoryIndex,
	type MunicipalityEntry
} from '$lib/domain/directory/directoryIndex';
import { bodyLabel } from '$lib/domain/government/bodyName';
import { municipalityName } from '$lib/domain/directory/municipalityName';
import { addressPlaceOf } from '$lib/domain/directory/placeName';
import { openingState } from '$lib/domain/openingHours/state';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/** Desks that are shown on another site; the rest is one step away. */
const MAX_DESKS = 20;

/**
 * What an address asks for.
 * @throws a 404 for a municipality or a desk that nobody can read: all of them instead would be a mistake too
 */
export function embedAsked(params: URLSearchParams): EmbedQuery {
	const { query, problems } = embedQuery.parse(params);
	const isUnreadable = (name: string) =>
		problems.some(({ parameter, reason }) => parameter === name && reason === 'unknown-value');
	if (isUnreadable('gemeente')) error(404, { message: m.embed_unknown_municipality() });
	if (isUnreadable('loket')) error(404, { message: m.embed_unknown_desk() });
	return query;
}

/**
 * @param now for "open now"
 * @throws a 404 in the page's language for a municipality or desk that is not there: another one would be a mistake on
 * somebody's site that nobody sees
 */
export function embedView(index: DirectoryIndex, query: EmbedQuery, locale: Locale, now: Date): EmbedView {
	const { compare } = new Intl.Collator(locale);
	const place = query.gemeente === null ? undefined : resolveMunicipality(index, query.gemeente)?.entry;
	if (query.gemeente !== null && !place) error(404, { message: m.embed_unknown_municipality() });
	const entries = place
		? [place]
		: index.entries.filter(
				({ municipality }) => query.provincie.length === 0 || query.provincie.includes(municipality.province)
			);
	const all = entries.flatMap((entry) => entry.desks.map((desk) => ({ desk, entry })));
	const found = all.filter(({ desk }) => isWanted(index, desk, query));
	if (query.loket !== null && found.length === 0) error(404, { message: m.embed_unknown_desk() });
	const named = entries.map((entry) => ({ entry, name: municipalityName(entry.municipality, locale) }));
	return {
		place: place
			? {
					nisCode: place.municipality.nisCode,
					slug: place.municipality.slug,
					name: municipalityName(place.municipality, locale)
				}
			: null,
		provinces: place ? [] : query.provincie,
		deskCount: found.length,
		isOnlyFiltered: found.length === 0 && all.length > 0,
		desks: found
			.map(({ desk, entry }) => ({ desk, entry, home: municipalityName(entry.municipality, locale) }))
			.toSorted((a, b) => compare(a.home, b.home) || compare(a.desk.name, b.desk.name))
			.slice(0, MAX_DESKS)
			.map(({ desk, entry }) => deskForEmbed(desk, entry, query, locale, now)),
		governments: place ? contactsOf(place, query, locale) : [],
		participants: named
			.filter(({ entry }) => participationOf(entry) !== 'none')
			.map(({ entry, name }) => ({ slug: entry.municipality.slug, name, deskCount: entry.desks.length }))
			.toSorted((a, b) => compare(a.name, b.name)),
		matching:
			entries.length === index.entries.length ? null : entries.map(({ municipality }) => municipality.nisCode)
	};
}

function isWanted(index: DirectoryIndex, desk: VolunteerDesk, query: EmbedQuery): boolean {
	// Whoever names a desk wants that one: that it does not exist would be untrue.
	if (query.loket !== null) return desk.slug === query.loket;
	const kind = index.governmentById.get(desk.localGovernmentId)?.kind;
	return (
		(query.soort.length === 0 || (kind !== undefined && query.soort.includes(kind))) &&
		(query.taal === null || desk.languages.includes(query.taal)) &&
		(!query.rolstoel || desk.wheelchair === 'yes')
	);
}

function deskForEmbed(
	desk: VolunteerDesk,
	{ municipality }: MunicipalityEntry,
	{ uren }: EmbedQuery,
	locale: Locale,
	now: Date
): DeskForEmbed {
	const { slug, name, street, postcode, phone, email, website, languages, wheelchair } = desk;
	return {
		slug,
		name,
		street,
		postcode,
		place: addressPlaceOf(desk, municipality, locale),
		phone,
		phoneText: phone && readablePhoneNumber(phone),
		email,
		website,
		languages,
		wheelchair,
		unconfirmedSince: desk.unconfirmedSince,
		municipality: municipalityName(municipality, locale),
		state: openingState(desk.openingHours, now),
		hours: uren && desk.openingHours ? openingHoursLines(desk.openingHours, locale, now) : null
	};
}

/** Whom to ask in a municipality without a desk. */
function contactsOf(place: MunicipalityEntry, query: EmbedQuery, locale: Locale): EmbedView['governments'] {
	return KINDS.filter((kind) => query.soort.length === 0 || query.soort.includes(kind)).flatMap((kind) => {
		const government = place[kind];
		if (!government) return [];
		const { phone, email, website } = government;
		const name = bodyLabel(government, place.municipality, locale);
		return [{ name, phone, phoneText: phone && readablePhoneNumber(phone), email, website }];
	});
}
