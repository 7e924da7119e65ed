import { env } from '$env/dynamic/private';
import { smtpSettings, smtpTransport, type Transport } from './transport.server';

/** Where the site is, for links in mail: `ORIGIN`, else where `npm start` serves it. Without slash at the end. */
export function siteOrigin(): string {
	return new URL(env.ORIGIN || env.SERVED_AT || 'http://localhost:3000').origin;
}

let smtp: Transport | null | undefined;

/**
 * The mail server in `SMTP_URL`, one set of connections for the whole process.
 * @returns null when none is set
 * @throws when the settings are not what they should be
 */
export function mailServer(): Transport | null {
	if (smtp === undefined) {
		const settings = smtpSettings(env, siteOrigin());
		smtp = settings ? smtpTransport(settings) : null;
	}
	return smtp;
}
