/** The desk that an address of /mijn-bestuur names, and who keeps it. */
import { error } from '@sveltejs/kit';
import { isId } from '$lib/domain/text/ids';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { requireAccount } from '$lib/accounts/requireAccount.server';
import { requireAnswer } from '$lib/base/http/errors.server';
import { fingerprintsOf } from '$lib/base/database/fingerprints.server';
import { requireDirectory } from '$lib/directory/requireDirectory.server';
import { readDesk, type KeptDesk } from './desks.server';
import { differenceBetween } from '../changes/subject.server';
import { keeperOf, type Keeper } from '../keeper.server';

/**
 * @throws 404 when there is no such desk, or it is none of theirs
 */
export async function requireKeptDesk(
	{ locals, request }: { locals: App.Locals; request: Request },
	id: string
): Promise<{ keeper: Keeper; desk: KeptDesk }> {
	const account = await requireAccount(locals);
	const desk = isId(id) ? await requireAnswer(readDesk(locals.session.client, id), request) : undefined;
	const { governmentById } = await requireDirectory();
	const government = desk && governmentById.get(desk.localGovernmentId);
	const isTheirs = account.role === 'admin' || government?.id === account.localGovernmentId;
	if (!desk || !government || !isTheirs) error(404, { message: m.server_error_not_found() });
	return { desk, keeper: keeperOf(account, government) };
}

/** A desk whole, with its fingerprint, for an editor who decides about it. @throws 404 */
export async function requireSeenDesk(event: { locals: App.Locals; request: Request }, id: string) {
	const { client } = event.locals.session;
	// Before it is read: nobody decides about more than they were shown.
	const found = isId(id) ? await requireAnswer(fingerprintsOf(client, 'desk', [id]), event.request) : null;
	const kept = await requireEditedDesk(event, id);
	const { content, published, verifiedAt } = kept.desk;
	return {
		keeper: kept.keeper,
		shown: {
			name: content.name,
			published,
			verifiedAt,
			rows: differenceBetween('desk', null, content),
			seen: found?.get(id) ?? ''
		}
	};
}

/** The same for what only editors do. @throws 404 */
export async function requireEditedDesk(
	event: { locals: App.Locals; request: Request },
	id: string
): Promise<{ keeper: Keeper; desk: KeptDesk }> {
	const kept = await requireKeptDesk(event, id);
	if (!kept.keeper.canEdit) error(404, { message: m.server_error_not_found() });
	return kept;
}
