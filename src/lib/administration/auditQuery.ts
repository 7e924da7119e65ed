/** Which part of the audit trail is shown: the query of `/beheer/logboek`. */
import * as v from 'valibot';
import { AUDIT_ACTIONS, type AuditAction } from './auditEntry';
import { isId } from './ids';

export interface AuditQuery {
	/** Only what came before that entry. */
	before: number | null;
	action: AuditAction | null;
	/** By or about that account. */
	accountId: string | null;
}

const actionSchema = v.fallback(v.nullable(v.picklist(AUDIT_ACTIONS)), null);

/** Whatever makes no sense filters nothing. */
export function readAuditQuery(parameters: URLSearchParams): AuditQuery {
	const before = parameters.get('voor') ?? '';
	const accountId = parameters.get('account');
	return {
		before: /^[1-9][0-9]{0,14}$/.test(before) ? Number(before) : null,
		action: v.parse(actionSchema, parameters.get('actie')),
		accountId: isId(accountId) ? accountId : null
	};
}

/** With "?", or nothing for the newest of everything. */
export function auditSearchString({ before, action, accountId }: AuditQuery): string {
	const parameters = new URLSearchParams();
	if (action) parameters.set('actie', action);
	if (accountId) parameters.set('account', accountId);
	if (before !== null) parameters.set('voor', String(before));
	return parameters.size > 0 ? `?${parameters}` : '';
}
