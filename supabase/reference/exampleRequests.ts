import type { Dice } from './dice.ts';
import {
	exampleAddress,
	examplePerson,
	NOTIFICATIONS,
	type ExampleAccount,
	type ExampleEmployer,
	type ExampleEmployers
} from './exampleAccounts.ts';

/** What a request shows; what is left out is as in most of them. */
interface Case {
	employer: ExampleEmployer | undefined;
	/** Where the address ends; the employer's own domain by default. */
	host?: string | undefined;
	fullName?: string | undefined;
	motivation?: string | null;
	locale?: 'nl' | 'fr';
	confirmed?: boolean;
	hoursAgo: number;
}

/** Where anybody could get an address, if it existed. */
const FREE_HOST = 'gratismail.example';
const BRUSSELS = '04000';

/**
 * Invented requests: twelve accounts that wait, each with something else to look at before deciding.
 * @param members those who were approved; one request bears the name of the first
 */
export function exampleRequests(
	{ participating, others }: ExampleEmployers,
	members: readonly ExampleAccount[],
	dice: Dice
): readonly ExampleAccount[] {
	const [a, b, c, d, e, f, g] = participating.filter(({ provinceCode }) => provinceCode !== BRUSSELS);
	const [h, i, j, k] = others.toReversed();
	const inBrussels = participating.find(({ provinceCode }) => provinceCode === BRUSSELS);
	const cases: Case[] = [
		{ employer: a, hoursAgo: 3 },
		{ employer: h, hoursAgo: 29 },
		{
			employer: inBrussels,
			host: inBrussels && `vrijwilligers.${inBrussels.host}`,
			locale: 'fr',
			motivation: 'Je coordonne nos bénévoles et je cherche des collègues avec qui partager mes questions.',
			hoursAgo: 50
		},
		// of another government
		{ employer: b, host: c?.host, hoursAgo: 74 },
		{ employer: d, host: FREE_HOST, hoursAgo: 101 },
		{ employer: e, host: e && lookalike(e.host), hoursAgo: 127 },
		// bears the name of a member
		{ employer: f, host: FREE_HOST, fullName: members[0]?.fullName, hoursAgo: 170 },
		{ employer: g, motivation: null, hoursAgo: 220 },
		{ employer: i, hoursAgo: 340 },
		// forgotten
		{ employer: j, hoursAgo: 7_300 },
		// not confirmed
		{ employer: a, confirmed: false, hoursAgo: 5 },
		{ employer: k, confirmed: false, hoursAgo: 480 }
	];
	return cases.map(({ employer, hoursAgo, ...shown }, place): ExampleAccount => {
		if (!employer) throw new Error('There are fewer local governments than example accounts need.');
		const person = examplePerson(members.length + place, dice);
		const fullName = shown.fullName ?? person.fullName;
		return {
			...person,
			fullName,
			employer,
			email: exampleAddress(fullName, shown.host ?? employer.host),
			motivation: shown.motivation === undefined ? dice.pick(`request/${place}/why`, WHY) : shown.motivation,
			locale: shown.locale ?? 'nl',
			confirmed: shown.confirmed ?? true,
			status: 'pending',
			role: 'member',
			phone: null,
			bio: null,
			// Shown to nobody once approved: a real colleague should not get mail about an invented one.
			listed: false,
			visibleFields: ['job_title', 'expertise'],
			notifications: NOTIFICATIONS,
			expertise: [],
			registeredHoursAgo: hoursAgo,
			pausedHoursAgo: null
		};
	});
}

/** As somebody would write it who hopes that nobody looks twice. */
function lookalike(host: string): string {
	const [letters, seenAs] = ALIKE.find(([letters]) => host.includes(letters)) ?? ['.', '-.'];
	return host.replace(letters, seenAs);
}

const ALIKE: readonly (readonly [string, string])[] = [
	['m', 'rn'],
	['w', 'vv'],
	['l', '1'],
	['o', '0']
];

const WHY = [
	'We starten dit najaar een vrijwilligersloket. Ik wil leren van gemeenten die er al een hebben.',
	'Ik volg een collega op die met pensioen gaat, en neem de vrijwilligerswerking over.',
	'Ik zoek voorbeelden van een goed onthaal voor anderstalige vrijwilligers.',
	'Onze verenigingen vinden moeilijk mensen. Ik wil weten hoe anderen dat aanpakken.',
	'Ik wil de gegevens van ons loket zelf bijhouden.'
] as const;
