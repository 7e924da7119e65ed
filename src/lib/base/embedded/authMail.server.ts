import type { EmailDriver } from '@supabase/lite';
import { isAuthMailType, type AuthMail, type AuthMailType } from '../mail/authMail.ts';

/**
 * What Auth fills in instead of a mail, for the setting `auth.email.template`: the outbox is told what a mail is about, and
 * the site writes it, as it does all mail.
 */
export const authTemplates = (): Record<AuthMailType, { subject: string }> => ({
	confirmation: { subject: subjectOf('confirmation') },
	recovery: { subject: subjectOf('recovery') },
	magic_link: { subject: subjectOf('magic_link') },
	email_change: { subject: subjectOf('email_change') }
});

const subjectOf = (type: AuthMailType): string => `${type} {{ .TokenHash }} {{ .Email }}`;

/** Hands what Auth has to mail to the outbox, while Auth waits: what it has answered for is not lost any more. */
export class OutboxDriver implements EmailDriver {
	readonly #queue: (mail: AuthMail) => Promise<void>;

	constructor(queue: (mail: AuthMail) => Promise<void>) {
		this.#queue = queue;
	}

	/** @throws when the outbox does not take it */
	send({ to, subject }: Parameters<EmailDriver['send']>[0]): Promise<void> {
		const mail = readSubject(subject);
		// Here only the new mailbox is asked.
		return this.#queue({ ...mail, to, ...(mail.type === 'email_change' ? { newAddress: to } : {}) });
	}
}

function readSubject(subject: string): Omit<AuthMail, 'to'> {
	const [type = '', tokenHash = '', account = ''] = subject.split(' ');
	if (!isAuthMailType(type)) throw new Error('Auth has no such mail here.');
	return { type, tokenHash, account };
}
