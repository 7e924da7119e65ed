/** Everything on the overview of one government. Everything is read as the person who asks. */
import * as v from 'valibot';
import { addressLine } from '$lib/domain/place/addressLine';
import { deskContent } from './content';
import type { ChangeItem, DeskItem, DeskMark } from './overview';
import { ask } from '$lib/base/database/ask.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { readDecided, readOpenChanges, type ProposedChange } from './changes/changes.server';
import { colleagueNames, type NameOf } from './changes/colleagueNames.server';
import { readDesks, type KeptDesk } from './desk/desks.server';
import { readGovernmentPage, type Keeper } from './keeper.server';

/** Number of reports by visitors that nobody has handled. */
async function countReports(client: TypedClient, desks: readonly KeptDesk[]): Promise<number> {
	if (desks.length === 0) return 0;
	const rows = await ask(
		'desk_report',
		client
			.from('desk_report')
			.select('id')
			.eq('state', 'open')
			.in(
				'desk_id',
				desks.map(({ id }) => id)
			)
	);
	return rows.length;
}

/** @throws DatabaseError */
export async function readOverview(client: TypedClient, { account, government, canEdit }: Keeper) {
	const [page, desks, open, decided, nameOf] = await Promise.all([
		readGovernmentPage(client, government.id),
		readDesks(client, government.id),
		readOpenChanges(client, government.id),
		readDecided(client, government.id, account.id),
		colleagueNames(client, account)
	]);
	const reports = canEdit ? await countReports(client, desks) : 0;
	const item = changeItem(desks, account.id, nameOf);
	return {
		page,
		reports,
		desks: desks.map((desk) => deskItem(desk, open)),
		/** Of others, for the caller to decide about. */
		toReview: open
			.filter(({ authorId, state }) => canEdit && state === 'waiting' && authorId !== account.id)
			.map(item),
		own: [...open.filter(({ authorId }) => authorId === account.id), ...decided].map(item)
	};
}

function deskItem(desk: KeptDesk, open: readonly ProposedChange[]): DeskItem {
	const about = open.filter(({ deskId }) => deskId === desk.id);
	const marks: [DeskMark, boolean][] = [
		['online', desk.published],
		['offline', !desk.published],
		['waiting', about.some(({ state }) => state === 'waiting')],
		['draft', about.some(({ state }) => state === 'draft')],
		['unconfirmed', desk.unconfirmedSince !== null],
		['approximate', desk.content.location_approximate]
	];
	return {
		id: desk.id,
		slug: desk.slug,
		name: desk.content.name,
		address: addressLine(desk.content),
		published: desk.published,
		verifiedAt: desk.verifiedAt,
		unconfirmedSince: desk.unconfirmedSince,
		marks: marks.filter(([, holds]) => holds).map(([mark]) => mark)
	};
}

const changeItem =
	(desks: readonly KeptDesk[], self: string, nameOf: NameOf) =>
	(change: ProposedChange): ChangeItem => ({
		id: change.id,
		subject: change.subject,
		what: whatOf(change, desks),
		deskId: change.deskId,
		isOwn: change.authorId === self,
		by: nameOf(change.authorId),
		state: change.state,
		at: change.updatedAt
	});

function whatOf({ subject, deskId, content }: ProposedChange, desks: readonly KeptDesk[]): string | null {
	if (subject === 'government') return null;
	return desks.find(({ id }) => id === deskId)?.content.name ?? v.parse(deskContent, content).name;
}
