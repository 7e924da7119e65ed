/** Accounts, made as the site makes them. */
import type { Session } from '@supabase/supabase-js';
import { expect } from 'vitest';
import { clientWithKey, visitorOf, type AnyClient } from './clients.ts';
import { OWN_NAME, ownAddress } from './ownObjects.ts';
import type { Contract, Registered, SignedIn } from './terms.ts';

const PASSWORD = 'een lang genoeg wachtwoord 1';

/** What the site sends along with a registration. */
export async function registrationForm({ backend }: Contract): Promise<Record<string, unknown>> {
	const { data } = await visitorOf(backend())
		.from('local_government')
		.select('id')
		.eq('slug', 'gemeente-gent')
		.single();
	return {
		full_name: OWN_NAME,
		job_title: 'Coördinator',
		position: 'staff',
		local_government_id: data?.id,
		motivation: '',
		locale: 'nl',
		consent_version: '2026-11-21'
	};
}

/** Asks for an account, whose address is not confirmed yet. @param name one word that no other test uses */
export async function register(
	contract: Contract,
	name: string,
	more: Record<string, unknown> = {}
): Promise<Registered> {
	const account = { email: ownAddress(name), password: PASSWORD };
	const { data, error } = await visitorOf(contract.backend()).auth.signUp({
		...account,
		options: { data: { ...(await registrationForm(contract)), ...more } }
	});
	expect(error).toBeNull();
	expect(data.session).toBeNull();
	return { ...account, id: data.user?.id ?? expect.fail('no account was made') };
}

export async function confirm({ ask }: Contract, { id }: Registered): Promise<void> {
	await ask('update auth.users set email_confirmed_at = now() where id = $1', [id]);
}

/** Begins a session of its own. */
export async function signIn(
	{ backend }: Contract,
	{ email, password }: Pick<Registered, 'email' | 'password'>
): Promise<{ client: AnyClient; session: Session }> {
	const client = clientWithKey(backend(), backend().publishableKey);
	const { data, error } = await client.auth.signInWithPassword({ email, password });
	expect(error).toBeNull();
	return { client, session: data.session ?? expect.fail('no session began') };
}

/** Somebody with a confirmed address and a session. @param name one word that no other test uses */
export async function makeSignedIn(contract: Contract, name: string): Promise<SignedIn> {
	const account = await register(contract, name);
	await confirm(contract, account);
	return { ...account, ...(await signIn(contract, account)) };
}
