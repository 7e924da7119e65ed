/** The history of a desk or a government's page, and the way back to one of its versions. */
import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { doneParam } from '$lib/domain/query/done';
import { upkeepHref } from '../addresses';
import type { Subject } from '../content';
import type { TimelineItem } from './timeline';
import { statusOf } from '$lib/base/form/outcome';
import { orFailed } from '$lib/base/form/form.server';
import { deliverSoon } from '$lib/mail/index.server';
import type { TypedClient } from '$lib/base/database/supabase.server';
import { colleagueNames } from './colleagueNames.server';
import { readHistory, restoreVersion } from './history.server';
import type { Keeper } from '../keeper.server';
import { problemOf } from '../problem.server';
import { differenceBetween } from './subject.server';

/** Newest first. @param deskId null for the page of the government. @throws DatabaseError */
export async function readTimeline(
	client: TypedClient,
	{ account, government }: Keeper,
	deskId: string | null,
	current: number
): Promise<TimelineItem[]> {
	const subject: Subject = deskId === null ? 'government' : 'desk';
	const [versions, nameOf] = await Promise.all([
		readHistory(client, { subject, localGovernmentId: government.id, deskId }),
		colleagueNames(client, account)
	]);
	return versions.map((version, i) => {
		const before = versions[i + 1];
		return {
			id: version.id,
			at: version.changedAt,
			by: nameOf(version.changedBy),
			isByPerson: version.changedBy !== null,
			isOwn: version.changedBy === account.id,
			isCurrent: version.revision === current,
			isFirst: !before,
			visibility: visibilityChange(before?.content, version.content),
			rows: differenceBetween(subject, before?.content ?? null, version.content)
		};
	});
}

const visibility = v.object({ published: v.boolean() });

/** Whether a version was the one that came on the site, or went off it. */
function visibilityChange(before: unknown, after: unknown): TimelineItem['visibility'] {
	const [was, is] = [v.safeParse(visibility, before), v.safeParse(visibility, after)];
	if (!was.success || !is.success || was.output.published === is.output.published) return null;
	return is.output.published ? 'shown' : 'hidden';
}

const sent = v.object({
	version: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
	seen: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))
});

/** Puts a version back, as the form of the timeline asks; leads to the overview when it is done. */
export async function sendTimelineForm(
	{ locals, request }: { locals: App.Locals; request: Request },
	{ chosen }: Keeper,
	deskId: string | null
) {
	const { success, output } = v.safeParse(sent, Object.fromEntries(await request.formData()));
	if (!success) return fail(400, { problem: { kind: 'refused' as const } });
	const restored = await orFailed(
		async () => ({ kind: await restoreVersion(locals.session.client, output.version, output.seen) }),
		(cause) => problemOf(cause, request)
	);
	if (restored.kind !== 'waiting' && restored.kind !== 'published') {
		return fail(statusOf(restored), { problem: restored });
	}
	deliverSoon();
	const done = restored.kind === 'waiting' ? 'waiting' : 'restored';
	redirect(303, upkeepHref(`?${doneParam(done)}${deskId === null ? '' : `&loket=${deskId}`}`, chosen));
}
