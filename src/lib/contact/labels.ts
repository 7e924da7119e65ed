/** What a message can be about, in the reader's language. */
import type { ContactKind } from '$lib/domain/contact/contactMessage';
import { m } from '$lib/base/i18n/paraglide/messages.js';

export const contactKindLabel = (kind: ContactKind): string =>
	({
		question: m.contact_kind_question,
		privacy: m.contact_kind_privacy,
		accessibility: m.contact_kind_accessibility,
		security: m.contact_kind_security
	})[kind]();

export const contactKindHint = (kind: ContactKind): string =>
	({
		question: m.contact_kind_question_hint,
		privacy: m.contact_kind_privacy_hint,
		accessibility: m.contact_kind_accessibility_hint,
		security: m.contact_kind_security_hint
	})[kind]();
