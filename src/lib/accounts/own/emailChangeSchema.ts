import * as v from 'valibot';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { email, presentPassword } from '../personFields';

/** Another address to sign in with, and the password that shows whose account it is. */
export const emailChangeSchema = v.object({
	newEmail: email,
	password: presentPassword(m.accounts_password_present_missing)
});

export type EmailChangeForm = v.InferOutput<typeof emailChangeSchema>;
