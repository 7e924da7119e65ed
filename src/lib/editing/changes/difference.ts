/** Two versions of a desk or a page, as a person reads where they differ. Heavy: it knows opening hours; for the server. */
import { distance } from '@turf/distance';
import { DESK_FIELDS, type DeskField } from '$lib/domain/desk/fields';
import { columnOf, editedFields, type FieldDescription, type Kind } from '$lib/domain/content/fields';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import { formatNumber, languageNames } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import type { Asked } from '../asked';
import type { DeskContent, Part, Parts } from '../content';
import { DESK_INPUTS } from '../desk/deskInputs';
import { differingParts } from './merge';

export interface DifferenceRow {
	part: Part;
	/** Lines of text; none for what is empty. */
	before: string[];
	after: string[];
	/** How far the pin moved, in words. */
	moved: string | null;
}

/** A part that two changed, as lines of text each. */
export interface Overlap {
	part: Part;
	base: string[];
	now: string[];
	proposed: string[];
}

/** Of a desk or of a government's page, which has some of these. */
type Content = Partial<DeskContent>;

/** The parts in which `after` differs, in the order of the form. @param before null for something new */
export function differenceOf<Version extends object>(
	parts: Parts<Version>,
	before: Version | null,
	after: Version
): DifferenceRow[] {
	const nothing = {} as Version;
	return differingParts(parts, before ?? nothing, after).map((part) => ({
		part,
		before: before ? wordsOf(part, before) : [],
		after: wordsOf(part, after),
		moved: part === 'pin' && before ? distanceBetween(before, after) : null
	}));
}

type Told = string | number | boolean | readonly string[] | null | undefined;

/** What a value says, where that is not its text. */
const WORDS: Readonly<Partial<Record<Kind, (value: string) => string[]>>> = {
	phone: (e164) => [readablePhoneNumber(e164)],
	hours: (hours) => openingHoursLines(hours, getLocale()) ?? [hours],
	text: (text) => text.split('\n')
};

/** Parts that read otherwise than one field after the other. */
const COMPOSED: Readonly<Partial<Record<Part, (content: Content) => string[]>>> = {
	address: ({ street, postcode, place }) => lines(street, [postcode, place].filter(Boolean).join(' ')),
	pin: pinWords
};

/** What a part says, as lines of text; none when it is empty. */
export function wordsOf(part: Part, content: Content): string[] {
	const composed = COMPOSED[part];
	if (composed) return composed(content);
	return editedFields(DESK_FIELDS)
		.filter((field) => DESK_FIELDS[field].part === part)
		.flatMap((field) => wordsOfField(field, content[columnOf(field)]));
}

function wordsOfField(name: DeskField, value: Told): string[] {
	const field: FieldDescription = DESK_FIELDS[name];
	if (Array.isArray(value)) return value.length > 0 ? [languageNames(value)] : [];
	if (typeof value !== 'string' || value === '') return [];
	if (field.kind !== 'choice') return WORDS[field.kind]?.(value) ?? [value];
	const asked: Asked = DESK_INPUTS[name];
	return field.choices?.includes(value) && 'choices' in asked && asked.choices
		? [asked.choices.label(value)]
		: [];
}

const lines = (...texts: (string | null | undefined)[]): string[] =>
	texts.filter((text) => !!text) as string[];

function pinWords(content: Content): string[] {
	const point = pointOf(content);
	if (!point) return [];
	const [lon, lat] = point;
	const degrees = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 5 });
	return [
		m.editing_pin_at({ lat: degrees.format(lat), lon: degrees.format(lon) }),
		...(content.location_approximate ? [m.editing_pin_approximate()] : [])
	];
}

function distanceBetween(one: Content, other: Content): string | null {
	const [from, to] = [pointOf(one), pointOf(other)];
	const metres = from && to ? Math.round(distance(from, to, { units: 'meters' })) : 0;
	if (metres === 0) return null;
	return metres < 1_000
		? m.editing_pin_moved_metres({ distance: formatNumber(metres) })
		: m.editing_pin_moved_kilometres({ distance: formatNumber(Math.round(metres / 100) / 10) });
}

const pointOf = ({ lon, lat }: Content): [number, number] | null =>
	typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
