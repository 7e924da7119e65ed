/**
 * What is told of a desk beside its address and its hours, each field by its kind. A field that is missing here does not
 * compile.
 */
import { DESK_FIELDS, type DeskField } from '$lib/domain/desk/fields';
import type { VolunteerDesk } from '$lib/domain/directory/directory';
import { editedFields } from '$lib/domain/content/fields';
import { readableWebAddress } from '$lib/domain/text/webAddress';
import { languageNames } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { wheelchairLabel } from '$lib/base/i18n/labels';

/** `null` for what the page tells in another place or another way. */
const LABELS = {
	name: null,
	street: null,
	postcode: null,
	place: null,
	lon: null,
	lat: null,
	locationApproximate: null,
	openingHours: null,
	description: null,
	phone: m.directory_desk_phone,
	email: m.directory_desk_email,
	website: m.directory_website,
	languages: m.directory_desk_languages,
	wheelchair: m.directory_desk_access
} as const satisfies Readonly<Record<DeskField, (() => string) | null>>;

type Told = { [Field in DeskField]: (typeof LABELS)[Field] extends null ? never : Field }[DeskField];
type Desk = Pick<VolunteerDesk, Told> & { phoneText: string | null };

/** With these somebody gets in touch; the others are for who is going. */
const REACH: readonly DeskField[] = ['phone', 'email'];

export interface Fact {
	/** How to reach the desk, and not what to expect of it. */
	isReach: boolean;
	label: string;
	text: string;
	href?: string;
	rel?: 'external';
}

export const factsOf = (desk: Desk): Fact[] =>
	editedFields(DESK_FIELDS).flatMap((field) => {
		const label = LABELS[field]?.();
		const said = label === undefined ? null : wordsOf(field as Told, desk);
		return label !== undefined && said ? [{ label, isReach: REACH.includes(field), ...said }] : [];
	});

function wordsOf(field: Told, desk: Desk): Omit<Fact, 'label' | 'isReach'> | null {
	const value = desk[field];
	if (value === null) return null;
	if (typeof value !== 'string') return { text: languageNames(value) };
	switch (DESK_FIELDS[field].kind) {
		case 'phone':
			return { text: desk.phoneText ?? value, href: `tel:${value}` };
		case 'mail':
			return { text: value, href: `mailto:${value}` };
		case 'url':
			return { text: readableWebAddress(value), href: value, rel: 'external' };
		case 'choice':
			return desk.wheelchair && { text: wheelchairLabel(desk.wheelchair) };
		default:
			return { text: value };
	}
}
