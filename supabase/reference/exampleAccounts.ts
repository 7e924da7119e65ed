import { slugOf } from '../../src/lib/domain/text/slug.ts';
import type { Dice } from './dice.ts';
import { exampleExpertise, type ExampleExpertise } from './exampleExpertise.ts';
import type { ExampleMunicipality } from './exampleParticipants.ts';
import { examplePhone } from './examplePhone.ts';
import { exampleHost } from './names.ts';
import type { MunicipalityRecord } from './records.ts';

/** A gemeente or OCMW where invented people work. */
export interface ExampleEmployer {
	/** Of the local government. */
	slug: string;
	/** Its own domain, under `.example`. */
	host: string;
	provinceCode: string;
}

/** Columns of `profile` and of Auth's users. Times count back from the moment of loading. */
export interface ExampleAccount {
	employer: ExampleEmployer;
	email: string;
	fullName: string;
	jobTitle: string;
	position: 'staff' | 'elected';
	motivation: string | null;
	locale: 'nl' | 'fr';
	confirmed: boolean;
	status: 'pending' | 'approved';
	role: 'member' | 'editor';
	phone: string | null;
	bio: string | null;
	listed: boolean;
	visibleFields: readonly string[];
	/** Mail that is not switched off. */
	notifications: readonly string[];
	expertise: readonly ExampleExpertise[];
	registeredHoursAgo: number;
	pausedHoursAgo: number | null;
}

/** Whether colleagues see what a member offers and looks for. */
export const showsExpertise = ({
	listed,
	pausedHoursAgo,
	visibleFields
}: Pick<ExampleAccount, 'listed' | 'pausedHoursAgo' | 'visibleFields'>): boolean =>
	listed && pausedHoursAgo === null && visibleFields.includes('expertise');

export interface ExampleEmployers {
	/** One body a municipality, in the order of a lot. */
	participating: readonly ExampleEmployer[];
	others: readonly ExampleEmployer[];
}

/** Who employs the invented people: bodies that take part in the example, and bodies that do not. */
export function exampleEmployers(
	municipalities: readonly MunicipalityRecord[],
	participants: readonly ExampleMunicipality[],
	dice: Dice
): ExampleEmployers {
	const taking = new Set(participants.map(({ municipality }) => municipality.nisCode));
	const others = municipalities.filter((m) => m.validTo === null && !taking.has(m.nisCode));
	const byLot = <T>(items: readonly T[], keyOf: (item: T) => string) => dice.shuffle('employs', items, keyOf);
	return {
		participating: byLot(participants, ({ municipality }) => municipality.nisCode).map(
			({ municipality, since }) => {
				const kinds = (['gemeente', 'ocmw'] as const).filter((kind) => since[kind] !== null);
				const [first = 'gemeente', ...more] = kinds;
				return employer(municipality, dice.pick(`employer/${municipality.nisCode}`, [first, ...more]));
			}
		),
		others: byLot(others, (m) => m.nisCode).map((municipality) => employer(municipality, 'gemeente'))
	};
}

function employer({ slug, provinceCode }: MunicipalityRecord, kind: 'gemeente' | 'ocmw'): ExampleEmployer {
	return { slug: `${kind}-${slug}`, host: exampleHost(kind, slug), provinceCode };
}

const MEMBERS = 40;
const EDITORS = 6;
/** Bodies that take part and have a member; the first eight have two. */
const WITH_MEMBERS = 24;
const AT_OTHERS = 8;
const HOURS_A_DAY = 24;

/** Invented members: 40 approved accounts, six of them editors, most of them visible to colleagues. */
export function exampleMembers(
	{ participating, others }: ExampleEmployers,
	dice: Dice
): readonly ExampleAccount[] {
	const atParticipating = participating.slice(0, WITH_MEMBERS);
	const members = Array.from({ length: MEMBERS }, (_, place): ExampleAccount => {
		const work =
			place < MEMBERS - AT_OTHERS
				? atParticipating[place % WITH_MEMBERS]
				: others[place - (MEMBERS - AT_OTHERS)];
		if (!work) throw new Error('There are fewer local governments than example accounts need.');
		const throwFor = (what: string) => `member/${place}/${what}`;
		const person = examplePerson(place, dice);
		const listed = place % 5 !== 4;
		const registeredDaysAgo = 20 + Math.floor(dice.fraction(throwFor('days')) * 680);
		const visibleFields = dice.pick(throwFor('shows'), SHOWN);
		return {
			...person,
			employer: work,
			email: exampleAddress(person.fullName, work.host),
			motivation: null,
			locale: work.provinceCode === '04000' ? 'fr' : 'nl',
			confirmed: true,
			status: 'approved',
			role: place < EDITORS ? 'editor' : 'member',
			phone:
				dice.fraction(throwFor('phone')) < 0.6
					? examplePhone(work.provinceCode, dice.fraction(throwFor('line')))
					: null,
			bio: dice.fraction(throwFor('bio')) < 0.5 ? dice.pick(throwFor('which bio'), BIOS) : null,
			listed,
			visibleFields,
			notifications: dice.fraction(throwFor('letters')) < 0.85 ? NOTIFICATIONS : ['desk_work'],
			expertise: [],
			registeredHoursAgo: registeredDaysAgo * HOURS_A_DAY,
			pausedHoursAgo: place % 13 === 6 ? 5 * HOURS_A_DAY : null
		};
	});
	// Those who show it in turn, for each theme has to be offered and sought by somebody whom colleagues see.
	const inTurn = [...members.filter(showsExpertise), ...members.filter((member) => !showsExpertise(member))];
	return members.map((member) => ({
		...member,
		expertise: exampleExpertise(inTurn.indexOf(member), member.locale, dice)
	}));
}

/** `place` decides the first name, so that no two people have the same one. */
export function examplePerson(
	place: number,
	dice: Dice
): Pick<ExampleAccount, 'fullName' | 'jobTitle' | 'position'> {
	const firstName = FIRST_NAMES[place];
	if (!firstName) throw new Error(`There is no first name for example account ${place}.`);
	const position = dice.fraction(`person/${place}/position`) < 0.2 ? 'elected' : 'staff';
	return {
		fullName: `${firstName} ${dice.pick(`person/${place}/name`, LAST_NAMES)}`,
		position,
		jobTitle: dice.pick(`person/${place}/title`, position === 'elected' ? ELECTED : STAFF)
	};
}

export const exampleAddress = (fullName: string, host: string): string =>
	`${slugOf(fullName).replaceAll('-', '.')}@${host}`;

const SHOWN: readonly [readonly string[], ...(readonly string[])[]] = [
	['job_title', 'expertise'],
	['job_title', 'expertise'],
	['job_title', 'phone', 'expertise'],
	['job_title', 'bio', 'expertise'],
	['job_title', 'phone', 'bio', 'expertise'],
	[]
];

/** As for everybody who switched nothing off. */
export const NOTIFICATIONS = ['new_request', 'desk_work', 'first_message', 'digest'] as const;

/** Nobody is called that. */
const LAST_NAMES = [
	'Voorbeeld',
	'Van Voorbeeld',
	'De Voorbeeld',
	'Voorbeelds',
	'Voorbeeldmans',
	'Van den Voorbeelde',
	'Voorbeeldinckx',
	'Voorbeeldaert'
] as const;

const FIRST_NAMES = (
	'Els Jan Fatima Koen Leen Pieter Sofie Youssef Hilde Tom Ann Bart Nadia Wim Griet Emre Katrien Luc Mieke Hassan ' +
	'Veerle Dirk Amina Stijn Lieve Joris Ines Marc Tine Rachid Greet Jef Lotte Filip Samira Geert Hanne Kristof ' +
	'Rita Bram Marijke Olivier Zeynep Lucas Nele Kobe Inge Mehdi Karel Femke Ruben Saskia'
).split(' ');

const STAFF = [
	'Coördinator vrijwilligers',
	'Medewerker vrijwilligersloket',
	'Deskundige participatie',
	'Medewerker sociale dienst',
	'Diensthoofd vrije tijd',
	'Verantwoordelijke buurtwerk',
	'Medewerker onthaal'
] as const;

const ELECTED = [
	'Schepen van welzijn',
	'Schepen van vrijwilligers',
	'Gemeenteraadslid',
	'Voorzitter van het bijzonder comité'
] as const;

const BIOS = [
	'Ik help verenigingen en vrijwilligers elkaar te vinden. Vraag me gerust hoe wij begonnen zijn.',
	'Wij openden een loket in de bibliotheek. Ik deel graag wat werkte, en wat niet.',
	'Nieuw in deze functie. Ik leer het meest van wie het al doet.',
	'Ik werk rond vrijwilligers met een beperking en een goed onthaal.',
	'Twaalf jaar ervaring met verzekering en onkosten voor vrijwilligers.'
] as const;
