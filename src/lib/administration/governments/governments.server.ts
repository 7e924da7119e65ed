/** What administrators decide about governments. Everything is asked as the administrator who is signed in. */
import * as v from 'valibot';
import {
	DOMAIN_OUTCOMES,
	PARTICIPATION_OUTCOMES,
	type ManagedGovernment,
	type Participation,
	type ParticipationOutcome
} from './managedGovernment';
import { governmentHistory } from './governmentHistory.server';
import { judgeDomain } from './assignable';
import { isAboveProvider, isFreeProvider } from '../requests/freeProviders.server';
import { governmentLink, siblingIds } from '$lib/directory/governmentLink.server';
import type { LocalGovernment } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { DomainOwner } from '$lib/domain/account/emailEvidence';
import { ask } from '$lib/base/database/ask.server';
import { instant } from '$lib/base/database/row.server';
import { serviceClient, type TypedClient } from '$lib/base/database/supabase.server';

const participationRow = v.object({
	id: v.string(),
	participating_since: v.nullable(v.string()),
	participating_until: v.nullable(v.string())
});
const requestRow = v.object({ local_government_id: v.string(), asked_at: instant });

/** As it is now, by id. @throws DatabaseError */
export async function readParticipation(
	client: TypedClient,
	ids: readonly string[]
): Promise<Map<string, Participation>> {
	if (ids.length === 0) return new Map();
	const question = client
		.from('local_government')
		.select('id, participating_since, participating_until')
		.in('id', [...ids]);
	const rows = v.parse(v.array(participationRow), await ask('local_government', question));
	return new Map(
		rows.map((row) => [row.id, { since: row.participating_since, until: row.participating_until }])
	);
}

/** Which ask to take part, who asked first before. @throws DatabaseError */
export async function readAskingGovernments(client: TypedClient, index: DirectoryIndex) {
	const question = client
		.from('participation_request')
		.select('local_government_id, asked_at')
		.order('asked_at')
		.limit(200);
	const rows = v.parse(v.array(requestRow), await ask('participation_request', question));
	return rows.flatMap(({ local_government_id: id, asked_at: askedAt }) => {
		const government = index.governmentById.get(id);
		return government ? { name: government.name, slug: government.slug, askedAt } : [];
	});
}

/** @throws DatabaseError */
export async function readManagedGovernment(
	client: TypedClient,
	index: DirectoryIndex,
	{ id, slug, name }: LocalGovernment
): Promise<ManagedGovernment> {
	const asked = client.from('participation_request').select('local_government_id, asked_at');
	const [participation, requests, owners, history] = await Promise.all([
		readParticipation(client, [id]),
		ask('participation_request', asked.eq('local_government_id', id)),
		readOwners(client),
		governmentHistory(client, index, id)
	]);
	return {
		id,
		slug,
		name,
		path: governmentLink(index, id)?.path ?? null,
		participation: participation.get(id) ?? { since: null, until: null },
		askedAt: v.parse(v.array(requestRow), requests)[0]?.asked_at ?? null,
		domains: owners.flatMap((owner) => (owner.localGovernmentId === id ? owner.domain : [])).sort(),
		history
	};
}

async function readOwners(client: TypedClient): Promise<DomainOwner[]> {
	const rows = await ask('email_domain_owners', client.rpc('email_domain_owners'));
	return rows.map((row) => ({ domain: row.domain, localGovernmentId: row.local_government_id }));
}

/** @param seen what was shown to who decides @throws DatabaseError */
export async function setParticipation(
	client: TypedClient,
	id: string,
	wanted: Participation,
	seen: Participation
): Promise<ParticipationOutcome> {
	const outcome = client.rpc('set_participation', {
		p_local_government_id: id,
		p_since: wanted.since,
		p_until: wanted.until,
		p_seen_since: seen.since,
		p_seen_until: seen.until
	});
	return v.parse(v.picklist(PARTICIPATION_OUTCOMES), await ask('set_participation', outcome));
}

/** @param admin the account that is signed in @throws DatabaseError */
export async function assignDomain(
	client: TypedClient,
	index: DirectoryIndex,
	admin: { id: string },
	governmentId: string,
	typed: string
) {
	const owners = await readOwners(client);
	const nisCode = index.governmentById.get(governmentId)?.nisCode ?? '';
	const to = {
		governmentIds: siblingIds(index, governmentId),
		municipality: index.byNisCode.get(nisCode)?.municipality.slug ?? null
	};
	const verdict = judgeDomain(typed, owners, to, { isFreeProvider, isAboveProvider });
	const { domain } = verdict;
	if (verdict.kind === 'lookalike') return { outcome: verdict.kind, domain, of: verdict.of };
	if (verdict.kind !== 'assignable') return { outcome: verdict.kind, domain };
	const assigned = serviceClient().rpc('assign_domain', {
		p_admin_id: admin.id,
		p_local_government_id: governmentId,
		p_domain: domain
	});
	return { outcome: v.parse(v.picklist(DOMAIN_OUTCOMES), await ask('assign_domain', assigned)), domain };
}

/** @throws DatabaseError */
export async function withdrawDomain(client: TypedClient, governmentId: string, domain: string) {
	const outcome = client.rpc('withdraw_domain', { p_local_government_id: governmentId, p_domain: domain });
	return { outcome: v.parse(v.picklist(DOMAIN_OUTCOMES), await ask('withdraw_domain', outcome)), domain };
}
