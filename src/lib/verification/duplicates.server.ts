/** Desks that are likely told twice, and making them one. */
import * as v from 'valibot';
import { addressLine } from '$lib/domain/place/addressLine';
import type { VolunteerDesk } from '$lib/domain/directory/directory';
import { oncePerDirectory, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { deskTraits, isLikelyDuplicate } from '$lib/domain/desk/likelyDuplicate';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { MERGE_OUTCOMES, type ChosenDesk, type ComparedDesk, type MergeOutcome } from './merge';
import { ask } from '$lib/base/database/ask.server';
import { columnsOf, instant, rowSchema } from '$lib/base/database/row.server';
import { fingerprintsOf } from '$lib/base/database/fingerprints.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

/** What tells desks from one another, beside their government's name. */
const told = {
	id: v.string(),
	slug: v.string(),
	localGovernmentId: v.string(),
	name: v.string(),
	street: v.string(),
	postcode: v.string(),
	place: v.string(),
	phone: v.nullable(v.string()),
	email: v.nullable(v.string()),
	verifiedAt: v.nullable(instant)
};
const deskRow = rowSchema(told);

/** Pairs of published desks of one government that are likely one desk. */
export const likelyPairs = oncePerDirectory((index: DirectoryIndex): [ComparedDesk, ComparedDesk][] => {
	const byGovernment = Map.groupBy(index.directory.desks, ({ localGovernmentId }) => localGovernmentId);
	return [...byGovernment.values()].flatMap((desks) => {
		const compared = desks.map((desk) => ({ desk, traits: deskTraits(desk) }));
		return compared.flatMap((one, i) =>
			compared
				.slice(i + 1)
				.filter((other) => isLikelyDuplicate(one.traits, other.traits))
				.map((other): [ComparedDesk, ComparedDesk] => [
					comparedDesk(index, one.desk),
					comparedDesk(index, other.desk)
				])
		);
	});
});

/**
 * Published desks as the database has them at this moment, by id: the copy of the directory may be a second older.
 * @throws DatabaseError
 */
export async function readChosen(
	client: TypedClient,
	index: DirectoryIndex,
	ids: string[]
): Promise<ReadonlyMap<string, ChosenDesk>> {
	if (ids.length === 0) return new Map();
	const seen = await fingerprintsOf(client, 'desk', ids);
	const rows = await ask(
		'volunteer_desk',
		client.from('volunteer_desk').select(columnsOf(told)).in('id', ids).eq('published', true)
	);
	const desks = v.parse(v.array(deskRow), rows);
	return new Map(
		desks.map((desk) => [desk.id, { ...comparedDesk(index, desk), seen: seen.get(desk.id) ?? '' }])
	);
}

function comparedDesk(index: DirectoryIndex, desk: Pick<VolunteerDesk, keyof typeof told>): ComparedDesk {
	const { id, slug, name, phone, email, verifiedAt } = desk;
	return {
		id,
		slug,
		name,
		government: index.governmentById.get(desk.localGovernmentId)?.name ?? '',
		lines: [addressLine(desk), phone && readablePhoneNumber(phone), email].flatMap((line) => line ?? []),
		verifiedAt
	};
}

/**
 * Makes two desks one. Runs as the administrator who is signed in.
 * @param seen the fingerprints of both, as they were shown
 * @throws DatabaseError
 */
export async function mergeDesks(
	client: TypedClient,
	keep: string,
	remove: string,
	seen: [string, string]
): Promise<MergeOutcome> {
	return v.parse(
		v.picklist(MERGE_OUTCOMES),
		await ask('merge_desks', client.rpc('merge_desks', { p_keep: keep, p_remove: remove, p_seen: seen }))
	);
}
