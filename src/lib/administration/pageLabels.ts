import { m } from '$lib/i18n/paraglide/messages.js';

/** What the links to other pages of a long list are called. */
export const pageLabels = () => ({
	navigation: m.administration_pages_navigation(),
	previous: m.administration_pages_previous(),
	next: m.administration_pages_next(),
	page: (page: number) => m.administration_pages_page({ page })
});
