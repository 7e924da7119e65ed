/** Which members are shown: the query of `/beheer/leden`. */
import { ROLES } from '$lib/domain/account/account';
import { defineQuery, named, one, pageNumber, slug, text, type QueryOf } from '$lib/domain/query/query';

/** Requests that wait have a page of their own. */
export const MEMBER_STATUSES = ['approved', 'rejected', 'suspended'] as const;

export const memberQuery = defineQuery({
	/** Part of a name, address or function. */
	q: text(200),
	status: one(MEMBER_STATUSES),
	rol: one(ROLES),
	/** A local government. */
	bestuur: slug(),
	page: named('pagina', pageNumber())
});

export type MemberFilter = QueryOf<typeof memberQuery>;
