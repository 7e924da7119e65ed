/** Everything that is known of a volunteer desk, described once. */
import type { Content, EditedField, Fields, PartOf, PublicValues } from '../content/fields.ts';

export const WHEELCHAIR_ACCESS = ['yes', 'limited', 'no'] as const;
export type WheelchairAccess = (typeof WHEELCHAIR_ACCESS)[number];

export const DESK_FIELDS = {
	id: { kind: 'id', required: true, public: true },
	slug: { kind: 'slug', required: true, public: true },
	localGovernmentId: { kind: 'id', required: true, public: true },
	name: { kind: 'line', part: 'name', required: true, public: true, limit: 150 },
	street: { kind: 'line', part: 'address', required: true, public: true, limit: 150 },
	postcode: { kind: 'postcode', part: 'address', required: true, public: true },
	place: { kind: 'line', part: 'address', required: true, public: true, limit: 100 },
	// A generous box around Belgium: a pin outside it is a mistake.
	lon: { kind: 'degrees', part: 'pin', required: true, public: true, range: [2.3, 6.6] },
	lat: { kind: 'degrees', part: 'pin', required: true, public: true, range: [49.4, 51.7] },
	phone: { kind: 'phone', part: 'phone', required: false, public: true },
	email: { kind: 'mail', part: 'email', required: false, public: true },
	website: { kind: 'url', part: 'website', required: false, public: true },
	openingHours: { kind: 'hours', part: 'hours', required: false, public: true, limit: 1_000 },
	/** Those spoken there. */
	languages: { kind: 'languages', part: 'languages', required: true, public: true, limit: 20 },
	wheelchair: {
		kind: 'choice',
		part: 'wheelchair',
		required: false,
		public: true,
		choices: WHEELCHAIR_ACCESS
	},
	/** The last time its owner confirmed the data. */
	verifiedAt: { kind: 'instant', required: false, public: true },
	/** Since when its owner did not answer whether this is still true; null = nothing to say. */
	unconfirmedSince: { kind: 'instant', required: false, public: true },
	/** The pin is that of the municipality: nobody has set it yet. */
	locationApproximate: { kind: 'flag', part: 'pin', required: true, public: true },
	description: { kind: 'text', part: 'description', required: false, public: true, limit: 2_000 },
	updatedAt: { kind: 'instant', required: true, public: true },
	/** Whether it is on the site; who is no editor meets no other. */
	published: { kind: 'flag', required: true, public: false }
} as const satisfies Fields;

type DeskFields = typeof DESK_FIELDS;

/** A *vrijwilligersloket*: where a volunteer can walk in or call. Only published desks are in a directory. */
export type VolunteerDesk = PublicValues<DeskFields>;
/** What its editors write. */
export type DeskField = EditedField<DeskFields>;
/** The same under the names that drafts and history have in the database. */
export type DeskContent = Content<DeskFields>;
export type DeskPart = PartOf<DeskFields>;
