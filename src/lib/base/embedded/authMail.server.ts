import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmailDriver } from '@supabase/lite';
import { timeLimit } from '../settings/limits.server.ts';
import { inOneLine } from '../log/tellError.server.ts';
import { textPart } from '../mail/textPart.server.ts';
import type { OutgoingMail, Transport } from '../mail/transport.server.ts';

/** As in config.toml, which a hosted project reads. */
export const SUBJECTS = {
	confirmation: 'Bevestig je e-mailadres · Confirmez votre adresse · Confirm your address',
	recovery: 'Nieuw wachtwoord · Nouveau mot de passe · New password',
	magic_link: 'Aanmelden · Se connecter · Sign in',
	email_change: 'Bevestig je nieuwe adres · Confirmez la nouvelle adresse · Confirm your new address'
} as const;
export type AuthMailType = keyof typeof SUBJECTS;

/** The mails that Auth sends by itself, for the setting `auth.email.template`. */
export function authTemplates(
	supabaseDir: string
): Record<AuthMailType, { subject: string; content_path: string }> {
	const template = (type: AuthMailType) => ({
		subject: SUBJECTS[type],
		content_path: resolve(supabaseDir, 'templates', `${type}.html`)
	});
	return {
		confirmation: template('confirmation'),
		recovery: template('recovery'),
		magic_link: template('magic_link'),
		email_change: template('email_change')
	};
}

/**
 * Hands Auth's mail to a transport in the background. Auth waits for its driver while it holds the only turn at the
 * database, and how long it takes would tell a stranger whether an address has an account.
 */
export class AuthMail implements EmailDriver {
	readonly #transport: Transport;
	readonly #pausesMs: readonly number[];
	readonly #underWay = new Set<Promise<void>>();
	readonly #closing = new AbortController();

	constructor(transport: Transport, pausesMs: readonly number[] = timeLimit('AUTH_MAIL_PAUSES_MS')) {
		this.#transport = transport;
		this.#pausesMs = pausesMs;
	}

	send({ to, subject, html = '' }: Parameters<EmailDriver['send']>[0]): Promise<void> {
		// Auth's own text part knows neither our languages nor our links.
		const delivery = this.#deliver({ to, subject, html, text: textPart(html) }).finally(() =>
			this.#underWay.delete(delivery)
		);
		this.#underWay.add(delivery);
		return Promise.resolve();
	}

	/** Finishes what is being sent; what waits for another try is given up. */
	async close(): Promise<void> {
		this.#closing.abort();
		await Promise.all(this.#underWay);
	}

	async #deliver(mail: OutgoingMail): Promise<void> {
		for (const pauseMs of [...this.#pausesMs, undefined]) {
			try {
				await this.#transport.send(mail);
				return;
			} catch (cause) {
				console.error(`A mail of Auth was not sent: ${inOneLine(cause)}`);
			}
			if (pauseMs === undefined || this.#closing.signal.aborted) return;
			await pause(pauseMs, undefined, { signal: this.#closing.signal, ref: false }).catch(() => {});
			if (this.#closing.signal.aborted) return;
		}
	}
}
