/** How each field of a desk is asked for, in the order of the page; one that is missing does not compile. */
import { wheelchairLabel } from '$lib/base/i18n/labels';
import type { DESK_FIELDS } from '$lib/domain/desk/fields';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { Inputs } from './asked';

const ADDRESS = { autocomplete: 'off', spellcheck: false } as const;

export const DESK_INPUTS = {
	name: {
		at: 'where',
		label: m.upkeep_name,
		hint: m.upkeep_name_hint,
		missing: m.upkeep_name_missing,
		typing: { spellcheck: false }
	},
	street: { at: 'where', label: m.upkeep_street, missing: m.upkeep_street_missing, typing: ADDRESS },
	postcode: { at: 'town', label: m.upkeep_postcode, missing: m.upkeep_postcode_missing },
	place: { at: 'town', label: m.upkeep_place, missing: m.upkeep_place_missing, typing: ADDRESS },
	lon: { at: 'own', invalid: m.upkeep_lon_invalid },
	lat: { at: 'own', invalid: m.upkeep_lat_invalid },
	locationApproximate: { at: 'own' },
	phone: { at: 'reach', label: m.upkeep_phone, hint: m.upkeep_phone_hint },
	email: { at: 'reach', label: m.upkeep_email },
	website: { at: 'reach', label: m.upkeep_website, hint: m.upkeep_website_hint },
	openingHours: { at: 'own' },
	languages: { at: 'welcome', label: m.upkeep_languages },
	wheelchair: {
		at: 'welcome',
		label: m.upkeep_wheelchair,
		choices: { label: wheelchairLabel, unknown: m.upkeep_wheelchair_unknown }
	},
	description: { at: 'welcome', label: m.upkeep_about, hint: m.upkeep_about_hint }
} as const satisfies Inputs<typeof DESK_FIELDS, 'where' | 'town' | 'reach' | 'welcome'>;
