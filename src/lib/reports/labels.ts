import { languageName } from '$lib/base/i18n/format';
import type { Locale } from '$lib/domain/directory/directory';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { ReportTopic } from '$lib/domain/desk/report';

export const topicLabel = (topic: ReportTopic): string =>
	({
		address: m.desk_report_topic_address,
		hours: m.desk_report_topic_hours,
		contact: m.desk_report_topic_contact,
		closed: m.desk_report_topic_closed,
		other: m.desk_report_topic_other
	})[topic]();

/** Named only where it is not the reader's own. */
export function otherLanguage(locale: Locale): string | null {
	return locale === getLocale() ? null : languageName(locale);
}
