import type {
	Audience,
	Licence,
	Outcome,
	PartnerRole,
	ResourceKind
} from '../../src/lib/domain/resource/resource.ts';

/** An invented item of the knowledge base. No person has a name in it. */
export interface ExampleResource {
	slug: string;
	kind: ResourceKind;
	title: string;
	summary: string;
	/** Markdown */
	body: string;
	/** Code of the province of who shares it, and which of its bodies; null: whoever runs the site. */
	by: readonly [provinceCode: string, kind: 'gemeente' | 'ocmw'] | null;
	/** Slugs of themes, as the first themes of the database have them. */
	topics: readonly [string, ...string[]];
	publishedDaysAgo: number;
	/** Null: never since. */
	reviewedDaysAgo: number | null;
	/** How many invented participants use it. */
	uses: number;
	licence: Licence;
	language?: 'fr';
	isForMembers?: true;
	website?: string;
	year?: number;
	/** Of stories. */
	story?: { outcome: Outcome; tried: string; cost: string | null; nextTime: string };
	/** Of calls. */
	call?: { deadlineInDays: number; support: string; audience: readonly Audience[] };
	/** Of projects, in days from today. */
	period?: readonly [from: number, until: number];
	/** Tools and manuals that it was done with, by slug, and what they were good for. */
	tools?: readonly (readonly [slug: string, note: string])[];
	related?: readonly string[];
	blocks?: readonly (readonly [title: string, speaker: string, body: string])[];
	partners?: readonly (readonly [name: string, role: PartnerRole])[];
	/** Whom to write to in public: a team. */
	card?: readonly [name: string, role: string, email: string];
}
