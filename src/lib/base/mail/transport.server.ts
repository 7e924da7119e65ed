/** How mail leaves this process: over SMTP. Runs in plain Node too, for the embedded backend. */
import { createTransport } from 'nodemailer';
import { timeLimit, within } from '../settings/limits.server.ts';
import { PlainError } from '../log/tellError.server.ts';
import { isReplyAddress } from './replyAddress.server.ts';

export interface OutgoingMail {
	/** One address, without a name. */
	to: string;
	/** Whom an answer goes to, where that is not the sender: one address, without a name. */
	replyTo?: string;
	subject: string;
	text: string;
	html: string;
	/** Without angle brackets; the transport makes one up when there is none. */
	messageId?: string;
	headers?: Readonly<Record<string, string>>;
}

export interface Transport {
	/**
	 * Resolves once somebody else answers for the mail.
	 * @throws MailNotSentError
	 */
	send(mail: OutgoingMail): Promise<void>;
	/** Lets go of the connections; what is being sent is finished. */
	close(): void;
}

/** Why a mail was not sent, without addresses, names or passwords: it may be stored and logged. */
export class MailNotSentError extends PlainError {
	override name = 'MailNotSentError';
}

export interface SmtpSettings {
	/** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
	url: string;
	/** `Name <address>` */
	from: string;
}

const SITE_NAME = 'Lokaal Vrijwilligen';

/** So many mails at a time. */
export const CONNECTIONS = 5;

/**
 * The settings in `SMTP_URL`, `MAIL_FROM` and `OPERATOR_EMAIL`.
 * @param origin of the site, for a sender when none is set
 * @returns undefined without `SMTP_URL`
 * @throws when one of them is not what it should be; the message does not repeat it
 */
export function smtpSettings(
	env: Readonly<Record<string, string | undefined>>,
	origin: string
): SmtpSettings | undefined {
	const url = env.SMTP_URL?.trim();
	if (!url) return undefined;
	if (!/^smtps?:\/\/[^\s]+$/.test(url) || !URL.canParse(url)) {
		throw new Error('SMTP_URL must be an address such as smtps://user:password@mail.example.be:465.');
	}
	const from =
		env.MAIL_FROM?.trim() ||
		`${SITE_NAME} <${env.OPERATOR_EMAIL?.trim() || `noreply@${new URL(origin).hostname}`}>`;
	if (!/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from)) {
		throw new Error('MAIL_FROM must be an address such as Lokaal Vrijwilligen <info@example.be>.');
	}
	return { url, from };
}

/** Sends over a few connections that are kept for a while. Nothing connects before the first mail. */
export function smtpTransport({ url, from }: SmtpSettings): Transport {
	const connectMs = timeLimit('SMTP_CONNECT_TIMEOUT_MS');
	const mailer = createTransport(
		{
			pool: true,
			url,
			maxConnections: CONNECTIONS,
			// A connection that breaks while a mail is on it: the mail may have arrived. Whoever asked decides about a next time.
			maxRequeues: 0,
			idleTimeout: timeLimit('SMTP_IDLE_MS'),
			dnsTimeout: connectMs,
			connectionTimeout: connectMs,
			greetingTimeout: connectMs,
			socketTimeout: timeLimit('SMTP_SOCKET_TIMEOUT_MS'),
			disableFileAccess: true,
			disableUrlAccess: true
		},
		{ from }
	);
	const secrets = credentials(url);
	return {
		async send({ to, replyTo, subject, text, html, messageId, headers }) {
			if (replyTo !== undefined && !isReplyAddress(replyTo)) {
				throw new MailNotSentError('The address to answer to is none.');
			}
			try {
				await mailer.sendMail({
					// As an object: never read as a list of addresses.
					to: { name: '', address: to },
					...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
					subject,
					text,
					html,
					...(messageId ? { messageId: `<${messageId}>` } : {}),
					headers: { 'Auto-Submitted': 'auto-generated', ...headers },
					signal: within('MAIL_SEND_TIMEOUT_MS')
				});
			} catch (cause) {
				throw new MailNotSentError(describe(cause, secrets));
			}
		},
		close: () => mailer.close()
	};
}

function credentials(url: string): string[] {
	const { username, password } = new URL(url);
	return [username, password].flatMap((part) => [part, decoded(part)]).filter((part) => part !== '');
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** Mail servers quote addresses, and now and then who signed in. */
function describe(cause: unknown, secrets: readonly string[]): string {
	if (!(cause instanceof Error)) return 'unknown';
	const code = 'code' in cause && typeof cause.code === 'string' ? `${cause.code} ` : '';
	const plain = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), cause.message);
	return (code + plain.replace(/<[^>]*>|\S*@\S*/g, '…').replace(/[\p{Cc}\s]+/gu, ' ')).slice(0, 300);
}
