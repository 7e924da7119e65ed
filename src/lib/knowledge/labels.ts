/** What kinds, outcomes and choices of the knowledge base are called. */
import type { Audience, Licence, Outcome, PartnerRole, ResourceKind } from '$lib/domain/resource/resource';
import type { ResourceSort } from '$lib/domain/resource/resourceQuery';
import { m } from '$lib/base/i18n/paraglide/messages.js';

export const resourceKindLabel = (kind: ResourceKind): string =>
	({
		tool: m.knowledge_kind_tool,
		manual: m.knowledge_kind_manual,
		story: m.knowledge_kind_story,
		publication: m.knowledge_kind_publication,
		report: m.knowledge_kind_report,
		project: m.knowledge_kind_project,
		news: m.knowledge_kind_news,
		call: m.knowledge_kind_call
	})[kind]();

/** Of more than one. */
export const resourceKindsLabel = (kind: ResourceKind): string =>
	({
		tool: m.knowledge_kinds_tool,
		manual: m.knowledge_kinds_manual,
		story: m.knowledge_kinds_story,
		publication: m.knowledge_kinds_publication,
		report: m.knowledge_kinds_report,
		project: m.knowledge_kinds_project,
		news: m.knowledge_kinds_news,
		call: m.knowledge_kinds_call
	})[kind]();

export const outcomeLabel = (outcome: Outcome): string =>
	({ good_practice: m.knowledge_outcome_good, successful_failure: m.knowledge_outcome_failure })[outcome]();

export const resourceSortLabel = (sort: ResourceSort): string =>
	({
		overeenkomst: m.knowledge_sort_match,
		nieuwste: m.knowledge_sort_newest,
		'meest-gebruikt': m.knowledge_sort_used,
		nagekeken: m.knowledge_sort_reviewed
	})[sort]();

export const licenceLabel = (licence: Licence): string =>
	({
		cc0: m.knowledge_licence_cc0,
		'cc-by': m.knowledge_licence_by,
		'cc-by-sa': m.knowledge_licence_by_sa,
		'cc-by-nc-sa': m.knowledge_licence_by_nc_sa,
		'all-rights': m.knowledge_licence_reserved
	})[licence]();

/** The terms themselves; null for those that are not written down anywhere else. */
export const licenceAddress = (licence: Licence): string | null =>
	({
		cc0: 'https://creativecommons.org/publicdomain/zero/1.0/',
		'cc-by': 'https://creativecommons.org/licenses/by/4.0/',
		'cc-by-sa': 'https://creativecommons.org/licenses/by-sa/4.0/',
		'cc-by-nc-sa': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
		'all-rights': null
	})[licence];

export const partnerRoleLabel = (role: PartnerRole): string =>
	({
		with: m.knowledge_partners_with,
		takes_part: m.knowledge_partners_takes_part,
		supports: m.knowledge_partners_supports
	})[role]();

export const audienceLabel = (audience: Audience): string =>
	({
		local_government: m.knowledge_audience_government,
		association: m.knowledge_audience_association,
		citizens: m.knowledge_audience_citizens
	})[audience]();
