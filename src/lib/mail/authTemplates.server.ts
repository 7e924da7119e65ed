/**
 * Makes the templates of the mails that Supabase's Auth sends by itself, `supabase/templates/*.html`: every text in three
 * languages, because Auth does not know which one the reader speaks. After a change of the texts or the layout:
 * `npx vitest run --project unit authTemplates -u`.
 */
import { LOCALES, type Locale } from '$lib/domain/directory/directory';
import { localPath } from '$lib/base/i18n/localPath';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { AuthMailType } from '$lib/base/embedded/authMail.server';
import { mailHtml, type Section } from './layout.server';

/** By the name of the file, the `type` that `verifyOtp` wants. */
const OTP_TYPES = {
	confirmation: 'signup',
	recovery: 'recovery',
	magic_link: 'magiclink',
	email_change: 'email_change'
} satisfies Record<AuthMailType, string>;

/** HTML with `{{ .SiteURL }}`, `{{ .TokenHash }}` and `{{ .NewEmail }}`, to be filled in by Auth. */
export function authTemplate(type: AuthMailType): string {
	const section = (locale: Locale): Section => {
		const page = localPath('/auth/confirm', locale);
		const href = `{{ .SiteURL }}${page}?token_hash={{ .TokenHash }}&type=${OTP_TYPES[type]}`;
		const { title, text, action, end } = TEXTS[type](locale);
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

interface Texts {
	title: string;
	text: string;
	action: string;
	end: string;
}

const TEXTS: Record<AuthMailType, (locale: Locale) => Texts> = {
	confirmation: (locale) => ({
		title: m.mail_confirmation_title({}, { locale }),
		text: m.mail_confirmation_text({}, { locale }),
		action: m.mail_confirmation_action({}, { locale }),
		end: m.mail_confirmation_end({}, { locale })
	}),
	recovery: (locale) => ({
		title: m.mail_recovery_title({}, { locale }),
		text: m.mail_recovery_text({}, { locale }),
		action: m.mail_recovery_action({}, { locale }),
		end: m.mail_recovery_end({}, { locale })
	}),
	magic_link: (locale) => ({
		title: m.mail_magic_link_title({}, { locale }),
		text: m.mail_magic_link_text({}, { locale }),
		action: m.mail_magic_link_action({}, { locale }),
		end: m.mail_magic_link_end({}, { locale })
	}),
	email_change: (locale) => ({
		title: m.mail_email_change_title({}, { locale }),
		text: m.mail_email_change_text({ address: '{{ .NewEmail }}' }, { locale }),
		action: m.mail_email_change_action({}, { locale }),
		end: m.mail_email_change_end({}, { locale })
	})
};
