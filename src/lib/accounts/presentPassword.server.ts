import { AuthFailure, strangersAuth } from './auth.server';

/**
 * Asks Auth whether this is the password of the account, without touching the session that asks.
 * Count the attempt first: this tells who guesses whether they were right.
 * @throws AuthFailure when Auth does not answer
 */
export async function isPresentPassword(email: string, password: string): Promise<boolean> {
	const auth = strangersAuth();
	const { error } = await auth.signInWithPassword({ email, password });
	if (error) {
		if (error.code === 'invalid_credentials' || error.code === 'validation_failed') return false;
		throw new AuthFailure('signInWithPassword', error);
	}
	// The session was only there to find out.
	await auth.signOut({ scope: 'local' });
	return true;
}
