/** Who may open a page. Data is guarded by the database; this spares people a page that would be empty. */
import type { Account } from '../account/account.ts';

/** `session`: anybody signed in, whatever the status; `open`: waiting or approved; `approved`: with whatever role. */
export type Audience = 'everyone' | 'session' | 'open' | 'approved' | 'admin';

/** `signIn`: not yet, but perhaps after signing in. `waits`: not yet, for an administrator still has to decide. */
export type Verdict = 'open' | 'signIn' | 'waits' | 'closed';

/** May this person open a page for that audience? @param audience undefined for a page that nobody decided about */
export function verdictOn(
	audience: Audience | undefined,
	account: Pick<Account, 'status' | 'role'> | null
): Verdict {
	if (audience === undefined) return 'closed';
	if (audience === 'everyone') return 'open';
	if (account === null) return 'signIn';
	if (audience === 'session') return 'open';
	if (audience === 'open') {
		return account.status === 'pending' || account.status === 'approved' ? 'open' : 'closed';
	}
	if (account.status === 'pending' && audience === 'approved') return 'waits';
	if (account.status !== 'approved') return 'closed';
	return audience === 'approved' || account.role === 'admin' ? 'open' : 'closed';
}
