/** Everything that is known of a local government, described once. */
import type { Content, EditedField, Fields, PartOf, PublicValues } from '../content/fields.ts';

export const KINDS = ['gemeente', 'ocmw'] as const;
/** A municipality's own administration, or its public centre for social welfare. */
export type LocalGovernmentKind = (typeof KINDS)[number];

export const GOVERNMENT_FIELDS = {
	id: { kind: 'id', required: true, public: true },
	slug: { kind: 'slug', required: true, public: true },
	kind: { kind: 'choice', required: true, public: true, choices: KINDS },
	nisCode: { kind: 'line', required: true, public: true },
	/** As the body calls itself, in Dutch: "Gemeente Gent", "OCMW Gent". */
	name: { kind: 'line', required: true, public: true },
	/** Number in the Crossroads Bank for Enterprises, 10 digits. */
	kboNumber: { kind: 'line', required: false, public: true },
	ovoNumber: { kind: 'line', required: false, public: true },
	website: { kind: 'url', part: 'website', required: false, public: true },
	// General contact of the body.
	phone: { kind: 'phone', part: 'phone', required: false, public: true },
	email: { kind: 'mail', part: 'email', required: false, public: true },
	description: { kind: 'text', part: 'description', required: false, public: true, limit: 2_000 },
	/** Since when it takes part; null = it does not (or no longer) take part. */
	participatingSince: { kind: 'date', required: false, public: true },
	updatedAt: { kind: 'instant', required: true, public: true },
	participatingUntil: { kind: 'date', required: false, public: false }
} as const satisfies Fields;

type GovernmentFields = typeof GOVERNMENT_FIELDS;

export type LocalGovernment = PublicValues<GovernmentFields>;
/** What its editors write. */
export type GovernmentField = EditedField<GovernmentFields>;
/** The same under the names that drafts and history have in the database. */
export type GovernmentContent = Content<GovernmentFields>;
export type GovernmentPart = PartOf<GovernmentFields>;
