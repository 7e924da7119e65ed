/** The mails of Auth: each brings a link that lets its reader in, or proves an address. */
import * as v from 'valibot';
import type { Locale } from '$lib/domain/directory/directory';
import { AUTH_MAILS, type AuthMailType } from '$lib/base/mail/authMail';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { line, type Write } from './phrases.server';

interface Texts {
	title: string;
	text: string;
	action: string;
	end: string;
}

/** @param address where the account moves to, for the mail about that */
export function authMailTexts(type: AuthMailType, locale: Locale, address: string): Texts {
	return TEXTS[type]({ locale }, address);
}

const TEXTS: Record<AuthMailType, (options: { locale: Locale }, address: string) => Texts> = {
	confirmation: (options) => ({
		title: m.mail_confirmation_title({}, options),
		text: m.mail_confirmation_text({}, options),
		action: m.mail_confirmation_action({}, options),
		end: m.mail_confirmation_end({}, options)
	}),
	recovery: (options) => ({
		title: m.mail_recovery_title({}, options),
		text: m.mail_recovery_text({}, options),
		action: m.mail_recovery_action({}, options),
		end: m.mail_recovery_end({}, options)
	}),
	magic_link: (options) => ({
		title: m.mail_magic_link_title({}, options),
		text: m.mail_magic_link_text({}, options),
		action: m.mail_magic_link_action({}, options),
		end: m.mail_magic_link_end({}, options)
	}),
	email_change: (options, address) => ({
		title: m.mail_email_change_title({}, options),
		text: m.mail_email_change_text({ address }, options),
		action: m.mail_email_change_action({}, options),
		end: m.mail_email_change_end({}, options)
	})
};

const withLink = v.object({
	token: v.pipe(v.string(), v.regex(/^(pkce_)?[0-9A-Za-z_-]{20,128}$/)),
	/** Of a change of address: the new one. */
	newAddress: v.optional(line, '')
});

const write =
	(type: AuthMailType): Write =>
	(params, { locale, link, text }) => {
		const { token, newAddress } = v.parse(withLink, params);
		const { title, text: what, action, end } = authMailTexts(type, locale, newAddress);
		const href = link(`/auth/confirm?token_hash=${token}&type=${AUTH_MAILS[type]}`);
		return {
			title,
			blocks: [
				text(what),
				{ kind: 'button', label: action, href },
				text(end),
				{ kind: 'bare', label: m.mail_bare_link({}, { locale }), href }
			],
			why: m.mail_why_asked
		};
	};

/** By the name in the column `template`. */
export const AUTH_TEMPLATES = {
	auth_confirmation: write('confirmation'),
	auth_recovery: write('recovery'),
	auth_magic_link: write('magic_link'),
	auth_email_change: write('email_change')
} satisfies Record<`auth_${AuthMailType}`, Write>;
