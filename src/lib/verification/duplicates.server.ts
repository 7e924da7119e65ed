/** Desks that are likely told twice, and making them one. */
import * as v from 'valibot';
import { addressLine } from '$lib/domain/place/addressLine';
import type { VolunteerDesk } from '$lib/domain/directory/directory';
import { oncePerDirectory, type DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { deskTraits, isLikelyDuplicate } from '$lib/domain/desk/likelyDuplicate';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { MERGE_OUTCOMES, type ComparedDesk, type MergeOutcome } from './merge';
import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';

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

/** A published desk with what tells it from another; undefined when there is none with that id. */
export function findCompared(index: DirectoryIndex, id: string | null): ComparedDesk | undefined {
	const desk = index.directory.desks.find((one) => one.id === id);
	return desk && comparedDesk(index, desk);
}

function comparedDesk(index: DirectoryIndex, desk: VolunteerDesk): ComparedDesk {
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
 * @throws DatabaseError
 */
export async function mergeDesks(client: TypedClient, keep: string, remove: string): Promise<MergeOutcome> {
	return v.parse(
		v.picklist(MERGE_OUTCOMES),
		await ask('merge_desks', client.rpc('merge_desks', { p_keep: keep, p_remove: remove }))
	);
}
