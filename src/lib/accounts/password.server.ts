import type { TypedClient } from '$lib/base/database/supabase.server';
import { permitAuthChange } from './permission.server';
import { AuthFailure } from './auth.server';

/**
 * Gives the account a new password and ends its other sessions: whoever has one may be why it changes.
 * Judge first whether it may be, and whether the password will do: Auth asks neither.
 * @param accountId of the session
 * @returns `changed_here` when it has changed but sessions elsewhere may still be open, `same` for the password it has, `weak` for one that Auth takes for known to the world, `stale` when Auth wants
 * to see the person again first
 * @throws AuthFailure when Auth does not answer
 */
export async function changePassword(
	client: TypedClient,
	accountId: string,
	password: string,
	permit = permitAuthChange
): Promise<'changed' | 'changed_here' | 'same' | 'weak' | 'stale'> {
	await permit(accountId, 'password');
	const { error } = await client.auth.updateUser({ password });
	switch (error?.code) {
		case 'same_password':
			return 'same';
		case 'weak_password':
			return 'weak';
		case 'reauthentication_needed':
			return 'stale';
	}
	if (error) throw new AuthFailure('updateUser', error);
	const { error: others } = await client.auth.signOut({ scope: 'others' });
	return others ? 'changed_here' : 'changed';
}
