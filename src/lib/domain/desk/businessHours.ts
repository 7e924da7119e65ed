/** Opening hours as schema.org has them: those of a usual week, and the dates on which they are others. */
import { upcomingDays, type OpeningDay } from '../openingHours/days.ts';

/** So long that what a week usually is outweighs a closure in summer. */
const WEEKS = 13;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export interface OpeningHoursSpecification {
	'@type': 'OpeningHoursSpecification';
	/** Addresses of schema.org; without it the hours are of the dates. */
	dayOfWeek?: string[];
	/** "YYYY-MM-DD" */
	validFrom?: string;
	validThrough?: string;
	/** "HH:MM"; twice 00:00 is closed. */
	opens: string;
	/** Left out when nobody knows: open from then on is what schema.org takes it for. */
	closes?: string;
}

export interface BusinessHours {
	openingHoursSpecification?: OpeningHoursSpecification[];
	specialOpeningHoursSpecification?: OpeningHoursSpecification[];
}

/** Hours on appointment are not hours to come by. */
const walkIn = ({ ranges }: OpeningDay): string =>
	ranges
		.filter(({ onAppointment }) => !onAppointment)
		// schema.org has no 24:00.
		.map(({ from, to }) => `${from}-${to === '24:00' ? '23:59' : (to ?? '')}`)
		.join();

/** @param hours "09:00-12:00,13:00-16:00"; "14:00-" without a known end; '' for closed */
const specified = (hours: string, when: Partial<OpeningHoursSpecification>): OpeningHoursSpecification[] =>
	(hours === '' ? ['00:00-00:00'] : hours.split(',')).map((range) => {
		const [opens = '', closes = ''] = range.split('-');
		return { '@type': 'OpeningHoursSpecification', ...when, opens, ...(closes && { closes }) };
	});

/** What most of these days have. */
function usual(hours: readonly string[]): string {
	const counts = [...Map.groupBy(hours, (each) => each)].map(([each, all]) => [each, all.length] as const);
	return counts.reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0] as const)[0];
}

/**
 * @param value `opening_hours` syntax
 * @param from the first day that can be an exception is the one on which this falls in Belgium
 * @returns nothing when the hours cannot be judged
 */
export function businessHours(value: string, from: Date): BusinessHours {
	const days = upcomingDays(value, from, WEEKS * 7).map((day) => ({
		date: day.date,
		weekday: (new Date(day.date).getUTCDay() + 6) % 7,
		hours: walkIn(day)
	}));
	if (days.length === 0) return {};
	const week = WEEKDAYS.map((_, weekday) =>
		usual(days.filter((day) => day.weekday === weekday).map(({ hours }) => hours))
	);
	const weekdaysOf = Map.groupBy(WEEKDAYS.keys(), (weekday) => week[weekday] ?? '');
	weekdaysOf.delete('');
	const exceptions: { first: string; last: string; hours: string }[] = [];
	let previous: (typeof exceptions)[number] | undefined;
	for (const { date, weekday, hours } of days) {
		// What is closed for days on end is one exception, over the weekends in it too.
		const goesOn = previous?.hours === '' && hours === '';
		if (goesOn && previous) previous.last = date;
		else if (hours === week[weekday]) previous = undefined;
		else exceptions.push((previous = { first: date, last: date, hours }));
	}
	return {
		...(weekdaysOf.size > 0 && {
			openingHoursSpecification: [...weekdaysOf].flatMap(([hours, weekdays]) =>
				specified(hours, { dayOfWeek: weekdays.map((day) => `https://schema.org/${WEEKDAYS[day]}`) })
			)
		}),
		...(exceptions.length > 0 && {
			specialOpeningHoursSpecification: exceptions.flatMap(({ first, last, hours }) =>
				specified(hours, { validFrom: first, validThrough: last })
			)
		})
	};
}
