import type { LocalGovernmentKind, VolunteerDesk } from '../../src/lib/domain/directory/directory.ts';
import { slugOf } from '../../src/lib/domain/text/slug.ts';
import type { Dice } from './dice.ts';
import type { ExampleMunicipality } from './exampleParticipants.ts';
import { examplePhone } from './examplePhone.ts';
import { exampleHost } from './names.ts';
import { isInside } from './places.ts';
import type { MunicipalityFeature, PostcodeRow, Sources } from './sources.ts';

/** The fields of a desk that are invented; the others stay empty. */
export const INVENTED = [
	'slug',
	'name',
	'street',
	'postcode',
	'place',
	'lon',
	'lat',
	'phone',
	'email',
	'website',
	'openingHours',
	'languages',
	'wheelchair',
	'verifiedAt',
	'unconfirmedSince',
	'locationApproximate'
] as const satisfies readonly (keyof VolunteerDesk)[];

export interface ExampleDesk extends Pick<VolunteerDesk, (typeof INVENTED)[number]> {
	ownerKind: LocalGovernmentKind;
	nisCode: string;
}

const WITHOUT_DESK = 10;
const WITH_TWO_DESKS = 24;

/** Invented desks: 90 in all, none in ten of the municipalities and two in 24 of those where both bodies take part. */
export function exampleDesks(
	participants: readonly ExampleMunicipality[],
	{ postcodes, polygons }: Sources,
	dice: Dice
): ExampleDesk[] {
	const drawn = dice.shuffle('has a desk', participants, ({ municipality }) => municipality.nisCode);
	const withBoth = drawn.filter(({ since }) => since.gemeente && since.ocmw);
	const largest = withBoth
		.toSorted((a, b) => (b.municipality.population ?? 0) - (a.municipality.population ?? 0))
		.slice(0, 6);
	const withTwo = new Set([...new Set([...largest, ...withBoth])].slice(0, WITH_TWO_DESKS));
	const without = new Set(drawn.filter((one) => !withTwo.has(one)).slice(0, WITHOUT_DESK));
	return participants
		.filter((one) => !without.has(one))
		.flatMap((one) => {
			const { nisCode } = one.municipality;
			const places = postcodes.filter((row) => row.nis_code === nisCode && row.lang === 'nl');
			const central = nearest(places, one.municipality.lon ?? 0, one.municipality.lat ?? 0);
			const desks = [desk(one, 1, central, polygons.get(nisCode), dice)];
			if (withTwo.has(one)) {
				const others = places.filter((row) => row.kind === 'plaats' && row !== central);
				const [other = central] = dice.shuffle('second desk', others, (row) => row.place_name);
				desks.push(desk(one, 2, other, polygons.get(nisCode), dice));
			}
			return desks;
		});
}

/** The ordinary postcode whose place is nearest to the centre; flat distance is enough within a municipality. */
function nearest(places: readonly PostcodeRow[], lon: number, lat: number): PostcodeRow {
	const distance = (row: PostcodeRow) => Math.hypot((row.lon - lon) * 0.63, row.lat - lat);
	const [first] = places
		.filter((row) => row.kind !== 'bijzonder')
		.sort((a, b) => distance(a) - distance(b) || (a.postcode < b.postcode ? -1 : 1));
	if (!first) throw new Error(`No postcode near ${lon}, ${lat}`);
	return first;
}

function desk(
	{ municipality, since }: ExampleMunicipality,
	number: 1 | 2,
	postcode: PostcodeRow,
	polygon: MunicipalityFeature | undefined,
	dice: Dice
): ExampleDesk {
	const { nisCode, nameNl, slug, provinceCode } = municipality;
	const throwFor = (what: string) => `desk/${nisCode}/${number}/${what}`;
	const chance = (what: string, share: number) => dice.fraction(throwFor(what)) < share;
	// The second desk of a municipality is the OCMW's, in another place where there is one.
	const ownerKind = since.gemeente && number === 1 ? 'gemeente' : 'ocmw';
	const name =
		number === 2
			? `Vrijwilligerspunt ${postcode.place_name}`
			: `Vrijwilligersloket ${ownerKind === 'ocmw' ? 'OCMW ' : ''}${nameNl}`;
	const host = exampleHost(ownerKind, slug);
	const locationApproximate = chance('approximate', 0.03);
	const [lon, lat] = locationApproximate
		? [postcode.lon, postcode.lat]
		: pointNear(postcode, polygon, throwFor('point'), dice);
	const verified = chance('verified', 0.9) ? verifiedAt(dice.fraction(throwFor('verified on'))) : null;
	return {
		slug: slugOf(number === 2 ? `${name} ${slugOf(postcode.place_name) === slug ? '' : nameNl}` : name),
		ownerKind,
		nisCode,
		name,
		street: `${dice.pick(throwFor('street'), STREETS)} ${1 + Math.floor(dice.fraction(throwFor('number')) * 120)}`,
		postcode: postcode.postcode,
		place: postcode.place_name,
		lon,
		lat,
		phone: chance('phone', 0.85) ? examplePhone(provinceCode, dice.fraction(throwFor('line'))) : null,
		email: chance('email', 0.95)
			? `${number === 2 ? 'vrijwilligerspunt' : 'vrijwilligersloket'}@${host}`
			: null,
		website: chance('website', 0.8) ? `https://www.${host}/vrijwilligers` : null,
		openingHours: chance('hours', 0.93) ? dice.pick(throwFor('which hours'), OPENING_HOURS) : null,
		languages: [
			...dice.pick(throwFor('languages'), provinceCode === '04000' ? LANGUAGES_BRUSSELS : LANGUAGES)
		],
		wheelchair: dice.pick(throwFor('wheelchair'), [
			'yes',
			'yes',
			'yes',
			'yes',
			'limited',
			'limited',
			'no',
			null
		]),
		verifiedAt: verified,
		unconfirmedSince: verified !== null && verified < LONG_AGO ? verified : null,
		locationApproximate
	};
}

/** Within some 400 m of the place's point and inside the municipality; the point itself when no throw is. */
function pointNear(
	{ lon, lat }: PostcodeRow,
	polygon: MunicipalityFeature | undefined,
	purpose: string,
	dice: Dice
): [number, number] {
	for (let attempt = 0; attempt < 20; attempt++) {
		const east = (dice.fraction(`${purpose}/east/${attempt}`) - 0.5) * 0.011;
		const north = (dice.fraction(`${purpose}/north/${attempt}`) - 0.5) * 0.007;
		const point: [number, number] = [Number((lon + east).toFixed(5)), Number((lat + north).toFixed(5))];
		if (isInside(polygon, point)) return point;
	}
	return [lon, lat];
}

/** Noon in Brussels, give or take an hour, on a day in the 24 months before November 2026. */
function verifiedAt(fraction: number): string {
	const day = Date.UTC(2024, 10, 1, 11) + Math.floor(fraction * 729) * 86_400_000;
	return new Date(day).toISOString();
}

/** A year, the question and two reminders before November 2026, and then some. */
const LONG_AGO = '2024-12-20';

const STREETS = [
	'Voorbeeldstraat',
	'Voorbeeldplein',
	'Voorbeeldlaan',
	'Voorbeeldkaai',
	'Voorbeelddreef'
] as const;

const OPENING_HOURS = [
	'Mo-Fr 09:00-12:00; PH off',
	'Mo-Fr 09:00-12:00,13:30-16:30; PH off',
	'Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00; PH off',
	'Mo,We,Fr 09:00-12:30; PH off',
	'Tu,Th 13:30-17:00; PH off',
	'Tu 09:00-12:00,16:00-19:00; Th 09:00-12:00; PH off',
	'Mo-Fr 08:30-12:00; We 13:30-18:30; PH off',
	'Mo-Fr 09:00-12:00; Sa 10:00-12:00; PH off',
	'We 14:00-17:00; PH off',
	'Mo 16:00-20:00; We,Fr 09:00-12:00; PH off',
	'Mo-Fr 09:00-16:00; PH off; Jul 15-Aug 15 off',
	'Mo-Fr 09:00-17:00 "op afspraak"; PH off'
] as const;

type Languages = readonly [readonly string[], ...(readonly string[])[]];
const LANGUAGES: Languages = [
	['nl'],
	['nl'],
	['nl'],
	['nl', 'en'],
	['nl', 'en', 'fr'],
	['nl', 'fr'],
	['nl', 'en', 'ar']
];
const LANGUAGES_BRUSSELS: Languages = [
	['nl', 'fr'],
	['nl', 'fr', 'en'],
	['nl', 'fr', 'en', 'ar']
];
