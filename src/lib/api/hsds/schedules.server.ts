import { clockPeriods, type ClockPeriod } from '$lib/domain/openingHours/brusselsTime';
import { openingHoursLines, weeklyLine } from '$lib/domain/openingHours/text';
import { parseOpeningHours, PUBLIC_HOLIDAYS, type HoursRule } from '$lib/domain/openingHours/rules';
import { withPlainSpaces } from '$lib/domain/text/noBreak';
import { derivedId } from './identifiers.server';

/** One repeating period as the standard has it: an iCalendar rule (RFC 5545) in fields of its own. */
export interface Schedule {
	id: string;
	service_id: string;
	/** The days on which the clock has the offset of the hours. */
	valid_from?: string;
	valid_to?: string;
	freq?: 'WEEKLY';
	byday?: string;
	/** "09:00+01:00": by the clock in Belgium, with its offset. */
	opens_at?: string;
	closes_at?: string;
	/** The hours of this period in Dutch. */
	description: string;
	/** All hours in Dutch, with the exceptions that the fields cannot hold. */
	notes: string;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Opening hours as schedules: one for each period of the week, in winter time and in summer time (the one of now and the one
 * after it), for what opens at nine all year has two offsets; one with words only when none can be expressed.
 * @param openingHours OpenStreetMap `opening_hours` syntax
 * @returns empty when nothing is known, or nobody can read it
 */
export function schedulesOf(serviceId: string, openingHours: string | null, now = new Date()): Schedule[] {
	const lines =
		openingHours === null ? null : openingHoursLines(openingHours, 'nl', now)?.map(withPlainSpaces);
	if (openingHours === null || !lines) return [];
	const words = lines.join('; ');
	const notes = `${words}. Uren van België (Europe/Brussels).`;
	const id = (...place: string[]) => derivedId(serviceId, 'schedule', ...place);
	const periods = periodsOf(openingHours);
	if (periods.length === 0) return [{ id: id('0'), service_id: serviceId, description: words, notes }];
	return clockPeriods(now).flatMap((clock) =>
		periods.map(({ days, from, to, words: ofPeriod }, place): Schedule => ({
			id: id(String(place), clock.offset),
			service_id: serviceId,
			valid_from: clock.from,
			valid_to: clock.to,
			freq: 'WEEKLY',
			byday: days,
			opens_at: timeIn(clock, from),
			closes_at: timeIn(clock, to),
			description: ofPeriod,
			notes
		}))
	);
}

const timeIn = ({ offset }: ClockPeriod, time: string): string => time + offset;

interface Period {
	days: string;
	from: string;
	to: string;
	/** In Dutch. */
	words: string;
}

function periodsOf(openingHours: string): Period[] {
	const rules = parseOpeningHours(openingHours) ?? [];
	return rules.flatMap((rule) => {
		const days = weekdaysOf(rule);
		return days === ''
			? []
			: rule.times.map(({ from, to }) => ({
					days,
					from,
					to: clock(to),
					words: withPlainSpaces(weeklyLine(rule, 'nl'))
				}));
	});
}

/** Hours between two dates, and those on public holidays, are left to the words: no weekly rule tells them. */
function weekdaysOf({ dates, days }: HoursRule): string {
	if (dates) return '';
	const week = days.filter((day) => day !== PUBLIC_HOLIDAYS).toSorted((a, b) => a - b);
	return week.map((day) => WEEKDAYS[day]).join();
}

/** Midnight at the end of a day is the minute before it, which the standard advises. */
const clock = (time: string): string => (time === '24:00' ? '23:59' : time);
