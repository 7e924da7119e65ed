/**
 * What is in the knowledge base, as somebody reads it: tools, manuals, stories that went well or not, and what is told around them.
 * Lists, types and the rules about one item; what a search gives is in `found.ts`.
 */
import type { Locale } from '../directory/directory.ts';
import type { LocalGovernmentKind } from '../government/fields.ts';

export const RESOURCE_KINDS = [
	'tool',
	'manual',
	'story',
	'publication',
	'report',
	'project',
	'news',
	'call'
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** How a story ended. Only stories have one, and every story has. */
export const OUTCOMES = ['good_practice', 'successful_failure'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `members`: approved accounts alone, from its title on. */
export const VISIBILITIES = ['public', 'members'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Who may apply to a call. */
export const AUDIENCES = ['local_government', 'association', 'citizens'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What others may do with the text; null where nobody said so. */
export const LICENCES = ['cc0', 'cc-by', 'cc-by-sa', 'cc-by-nc-sa', 'all-rights'] as const;
export type Licence = (typeof LICENCES)[number];

/** What a partner does. */
export const PARTNER_ROLES = ['with', 'takes_part', 'supports'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

/** Most characters or entries, the same numbers as the constraints in the database. */
export const RESOURCE_LIMITS = {
	title: 120,
	summary: 300,
	/** Markdown. */
	body: 100_000,
	/** Markdown; of each part of a story, and of the support that a call offers. */
	part: 4_000,
	note: 300,
	topics: 5
} as const;

/** Whose content it is. Null in what follows: of whoever runs the site. */
export interface Owner {
	/** UUID */
	id: string;
	/** As the body calls itself, in Dutch. */
	name: string;
	kind: LocalGovernmentKind;
	/** Of its municipality. */
	nisCode: string;
	/** Of its municipality's page, `/besturen/[slug]`; null where that has none any more. */
	municipalitySlug: string | null;
}

/** Another item, as it is named beside this one. */
export interface LinkedResource {
	slug: string;
	kind: ResourceKind;
	outcome: Outcome | null;
	title: string;
	summary: string;
	language: Locale;
	/** What the tool was good for in the story; only between a story and its tools. */
	note: string | null;
	owner: Owner | null;
}

export interface ResourceUse {
	government: Owner;
	/** ISO date */
	since: string | null;
	note: string | null;
}

export interface Partner {
	name: string;
	website: string | null;
	sentence: string | null;
	role: PartnerRole;
}

/** A chapter or interview. */
export interface ResourceBlock {
	/** 1-based */
	place: number;
	title: string;
	/** Who speaks: a role or an organisation. */
	speaker: string | null;
	/** Markdown */
	body: string;
}

/** Somebody whom everybody may write to, who knows that. */
export interface ContactCard {
	name: string;
	function: string | null;
	email: string | null;
	/** E.164 */
	phone: string | null;
}

/** One item with all that its page shows. Texts that say Markdown are not rendered, and not to be trusted. */
export interface Resource {
	/** UUID */
	id: string;
	slug: string;
	kind: ResourceKind;
	outcome: Outcome | null;
	title: string;
	/** Plain text. */
	summary: string;
	/** Markdown */
	body: string;
	/** Of all of its texts. */
	language: Locale;
	visibility: Visibility;
	owner: Owner | null;
	/** ISO instants; `reviewedAt`: when somebody last said that it is still true. */
	publishedAt: string;
	updatedAt: string;
	reviewedAt: string | null;
	/** Rises with every change of its content. */
	revision: number;
	licence: Licence | null;
	website: string | null;
	year: number | null;
	/** Markdown, of stories: what was done, what it cost, what they would do otherwise. */
	tried: string | null;
	cost: string | null;
	nextTime: string | null;
	/** Of calls; an ISO date, that day included, by the clock in Brussels. */
	deadline: string | null;
	/** Markdown, of calls. */
	support: string | null;
	/** Of calls; empty elsewhere. */
	audience: Audience[];
	/** Of projects, ISO dates; either end may be open. */
	period: { from: string | null; until: string | null } | null;
	/** Slugs of themes, 1 to 5. */
	topics: string[];
	/** Of a story: the tools and manuals that it was done with. */
	tools: LinkedResource[];
	/** Of a tool or manual: the stories that it was used in, failures too. */
	stories: LinkedResource[];
	/** See also, whichever end said so. */
	related: LinkedResource[];
	uses: ResourceUse[];
	partners: Partner[];
	blocks: ResourceBlock[];
	card: ContactCard | null;
	/** The colleague whom members may ask (`/collegas/[id]/bericht`): one who can be seen and takes messages. Null for others. */
	contactId: string | null;
	isExample: boolean;
}
