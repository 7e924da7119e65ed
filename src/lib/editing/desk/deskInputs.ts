/** How each field of a desk is asked for, in the order of the page; one that is missing does not compile. */
import { wheelchairLabel } from '$lib/base/i18n/labels';
import type { DESK_FIELDS } from '$lib/domain/desk/fields';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Inputs } from '../asked';

const ADDRESS = { autocomplete: 'off', spellcheck: false } as const;

export const DESK_INPUTS = {
	name: {
		at: 'where',
		label: m.editing_name,
		hint: m.editing_name_hint,
		missing: m.editing_name_missing,
		typing: { spellcheck: false }
	},
	street: { at: 'where', label: m.editing_street, missing: m.editing_street_missing, typing: ADDRESS },
	postcode: { at: 'town', label: m.editing_postcode, missing: m.editing_postcode_missing },
	place: { at: 'town', label: m.editing_place, missing: m.editing_place_missing, typing: ADDRESS },
	lon: { at: 'own', invalid: m.editing_lon_invalid },
	lat: { at: 'own', invalid: m.editing_lat_invalid },
	locationApproximate: { at: 'own' },
	phone: { at: 'reach', label: m.editing_phone, hint: m.editing_phone_hint },
	email: { at: 'reach', label: m.editing_email },
	website: { at: 'reach', label: m.editing_website, hint: m.editing_website_hint },
	openingHours: { at: 'own' },
	languages: { at: 'welcome', label: m.editing_languages },
	wheelchair: {
		at: 'welcome',
		label: m.editing_wheelchair,
		choices: { label: wheelchairLabel, unknown: m.editing_wheelchair_unknown }
	},
	description: { at: 'welcome', label: m.editing_about, hint: m.editing_about_hint }
} as const satisfies Inputs<typeof DESK_FIELDS, 'where' | 'town' | 'reach' | 'welcome'>;
