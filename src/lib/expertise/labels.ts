import { provinceLabel } from '$lib/base/i18n/labels';
import type { ProvinceSlug } from '$lib/domain/directory/directory';
import { m } from '$lib/base/i18n/paraglide/messages.js';

/** Says that it is a province or the region: Antwerp and Brussels are municipalities too. */
export const wholeProvinceLabel = (slug: ProvinceSlug): string =>
	(slug === 'brussel' ? m.expertise_follow_region : m.expertise_follow_province)({
		name: provinceLabel(slug)
	});
