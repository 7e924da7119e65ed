import { backend } from '../backend';
import { createKeyClient } from '../supabase';

/**
 * Asks Auth whether this is the password of the account, without touching the session that asks.
 * Count the attempt first: this tells who guesses whether they were right.
 * @throws when Auth does not answer; nothing of the password or the address is in the error
 */
export async function isPresentPassword(email: string, password: string): Promise<boolean> {
	const { auth } = createKeyClient(backend(), backend().publishableKey);
	const { error } = await auth.signInWithPassword({ email, password });
	if (error) {
		if (error.code === 'invalid_credentials') return false;
		throw new Error(`signInWithPassword: ${error.status ?? ''} ${error.code ?? error.name}`);
	}
	// The session was only there to find out.
	await auth.signOut({ scope: 'local' });
	return true;
}
