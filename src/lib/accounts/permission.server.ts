import { ask } from '$lib/base/database/ask.server';
import { serviceClient } from '$lib/base/database/supabase.server';

/**
 * Lets Auth change this of an account, once, within a minute: the database refuses it otherwise, so that what the site judges
 * beforehand cannot be gone round.
 * @throws DatabaseError when it is refused (`ACCOUNT_CLOSED`) or the database does not answer
 */
export const permitAuthChange = (accountId: string, change: 'password' | 'email'): Promise<unknown> =>
	ask(
		'permit_auth_change',
		serviceClient().rpc('permit_auth_change', { p_account_id: accountId, p_change: change })
	);
