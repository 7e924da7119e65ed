/** Which part of the audit trail is shown: the query of `/beheer/logboek`. */
import { converted, defineQuery, named, one, type QueryOf } from '$lib/domain/query/query';
import { AUDIT_ACTIONS } from './auditEntry';
import { isId } from '$lib/domain/text/ids';

export const auditQuery = defineQuery({
	action: named('actie', one(AUDIT_ACTIONS)),
	/** By or about that account. */
	accountId: named(
		'account',
		converted((text) => (isId(text) ? text : null))
	),
	/** Only what came before that entry. */
	before: named(
		'voor',
		converted((text) => (/^[1-9][0-9]{0,14}$/.test(text) ? Number(text) : null))
	)
});

export type AuditQuery = QueryOf<typeof auditQuery>;
