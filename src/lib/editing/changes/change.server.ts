/** One change on its own page: what it would do, who may decide about it, and what became of it. */
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { isId } from '$lib/domain/text/ids';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { deskContent } from '../content';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { fingerprintsOf } from '$lib/base/database/fingerprints.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { readChange, type ProposedChange } from './changes.server';
import { colleagueNames } from './colleagueNames.server';
import { readDesk } from '../desk/desks.server';
import { readVersionContent } from './history.server';
import { keeperOf, readGovernmentPage, type Keeper } from '../keeper.server';
import { differenceBetween, proposalOf } from './subject.server';

/**
 * The change that an address names, with the fingerprint of what a second person sees of it; empty for who decides nothing.
 * @throws 404 when there is none, or none for whoever asks
 */
export async function requireChange(
	{ locals, request }: { locals: App.Locals; request: Request },
	id: string
): Promise<{ keeper: Keeper; change: ProposedChange; seen: string }> {
	const account = await requireAccount(locals);
	const { client } = locals.session;
	const seen = isId(id) ? await requireAnswer(fingerprintsOf(client, 'change', [id]), request) : undefined;
	const change = isId(id) ? await requireAnswer(readChange(client, id), request) : undefined;
	const government = change && (await requireDirectory()).governmentById.get(change.localGovernmentId);
	if (!change || !government) error(404, { message: m.server_error_not_found() });
	return { change, keeper: keeperOf(account, government), seen: seen?.get(id) ?? '' };
}

/** @throws DatabaseError */
export async function readProposal(client: TypedClient, keeper: Keeper, change: ProposedChange) {
	const { account, canEdit } = keeper;
	const isOpen = change.state === 'draft' || change.state === 'waiting';
	const isOwn = change.authorId === account.id;
	const [published, version, nameOf] = await Promise.all([
		readPublished(client, change),
		readVersionContent(client, change, change.baseRevision),
		colleagueNames(client, account)
	]);
	const base = version ?? (published?.revision === change.baseRevision ? published.content : null);
	const proposal = isOpen
		? proposalOf(change.subject, { base, published: published?.content ?? null, own: change.content })
		: { rows: differenceBetween(change.subject, base, change.content), overlaps: [] };
	const content = change.subject === 'desk' ? v.parse(deskContent, change.content) : null;
	const pinMoved = proposal.rows.some(({ part }) => part === 'pin');
	return {
		...proposal,
		id: change.id,
		state: change.state,
		subject: change.subject,
		deskId: change.deskId,
		/** Approving it does not put the desk on the site. */
		isOffSite: isOpen && change.deskId !== null && published?.published === false,
		isNew: change.subject === 'desk' && change.deskId === null,
		/** Where its page will be: the author sent that along, and whoever approves it answers for it. */
		pageAt: isOpen && change.deskId === null ? pageOf(change) : null,
		/** Nothing to compare with: for who may not read the history, or before there was one. */
		isWhole: isOpen ? change.subject === 'desk' && change.deskId === null : base === null,
		what: content?.name ?? null,
		pin:
			content && pinMoved && content.lon !== null && content.lat !== null
				? { lon: content.lon, lat: content.lat }
				: null,
		note: change.note,
		reason: change.reason,
		at: change.updatedAt,
		by: nameOf(change.authorId),
		reviewedBy: nameOf(change.reviewedBy),
		reviewedAt: change.reviewedAt,
		isOwn,
		canDecide: change.state === 'waiting' && canEdit && !isOwn
	};
}

function pageOf({ content }: ProposedChange): string | null {
	const { success, output } = v.safeParse(v.object({ slug: v.string() }), content);
	return success ? `/loketten/${output.slug}` : null;
}

async function readPublished(
	client: TypedClient,
	{ subject, deskId, localGovernmentId }: ProposedChange
): Promise<{ content: unknown; revision: number; published?: boolean } | null> {
	if (subject === 'government') return readGovernmentPage(client, localGovernmentId);
	return deskId === null ? null : ((await readDesk(client, deskId)) ?? null);
}
