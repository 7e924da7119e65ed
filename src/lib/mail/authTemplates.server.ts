/**
 * Makes the templates of the mails that Supabase's Auth sends where it is not told to hand them to the outbox,
 * `supabase/templates/*.html`: every text in three languages, because Auth does not know which one the reader speaks. After a change of the texts or the layout:
 * `npx vitest run --project pure authTemplates -u`.
 */
import { LOCALES, type Locale } from '$lib/domain/directory/directory';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { AUTH_MAILS, type AuthMailType } from '$lib/base/mail/authMail';
import { mailHtml, type Section } from './layout.server';
import { authMailTexts } from './templates/auth.server';

/** As in config.toml, which a hosted project reads. */
export const SUBJECTS: Readonly<Record<AuthMailType, string>> = {
	confirmation: 'Bevestig je e-mailadres · Confirmez votre adresse · Confirm your address',
	recovery: 'Nieuw wachtwoord · Nouveau mot de passe · New password',
	magic_link: 'Aanmelden · Se connecter · Sign in',
	email_change: 'Bevestig je nieuwe adres · Confirmez la nouvelle adresse · Confirm your new address'
};

/** HTML with `{{ .SiteURL }}`, `{{ .TokenHash }}` and `{{ .NewEmail }}`, to be filled in by Auth. */
export function authTemplate(type: AuthMailType): string {
	const section = (locale: Locale): Section => {
		const page = localPath('/auth/confirm', locale);
		const href = `{{ .SiteURL }}${page}?token_hash={{ .TokenHash }}&type=${AUTH_MAILS[type]}`;
		const { title, text, action, end } = authMailTexts(type, locale, '{{ .NewEmail }}');
		return {
			locale,
			title,
			blocks: [
				{ kind: 'text', text },
				{ kind: 'button', label: action, href },
				{ kind: 'text', text: end },
				{ kind: 'bare', label: m.mail_bare_link({}, { locale }), href }
			]
		};
	};
	const [first, ...others] = LOCALES;
	return mailHtml([section(first), ...others.map(section)]);
}
