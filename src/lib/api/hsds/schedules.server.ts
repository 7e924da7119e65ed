import { openingHoursLines } from '$lib/domain/openingHours/text';
import { parseOpeningHours, PUBLIC_HOLIDAYS, type HoursRule } from '$lib/domain/openingHours/rules';
import { derivedId } from './identifiers.server';

/** One repeating period as the standard has it: an iCalendar rule (RFC 5545) in fields of its own. */
export interface Schedule {
	id: string;
	service_id: string;
	freq?: 'WEEKLY';
	byday?: string;
	/** "HH:MM" by the clock in Belgium, for a fixed offset would be wrong half of the year. */
	opens_at?: string;
	closes_at?: string;
	/** The hours of this period in Dutch. */
	description: string;
	/** All hours in Dutch, with the exceptions that the fields cannot hold. */
	notes: string;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ALWAYS = [{ days: WEEKDAYS.join(), from: '00:00', to: '23:59', line: 0 }];

/**
 * Opening hours as schedules: one for each period of the week; one with words only when none can be expressed.
 * @param openingHours OpenStreetMap `opening_hours` syntax
 * @returns empty when nothing is known
 */
export function schedulesOf(serviceId: string, openingHours: string | null): Schedule[] {
	if (openingHours === null) return [];
	const lines = openingHoursLines(openingHours, 'nl') ?? [openingHours];
	const notes = lines.join('; ');
	const periods = periodsOf(openingHours);
	const id = (place: number) => derivedId(serviceId, 'schedule', String(place));
	if (periods.length === 0) return [{ id: id(0), service_id: serviceId, description: notes, notes }];
	return periods.map(({ days, from, to, line }, place) => ({
		id: id(place),
		service_id: serviceId,
		freq: 'WEEKLY',
		byday: days,
		opens_at: from,
		closes_at: to,
		description: lines[line] ?? notes,
		notes: `${notes}. Uren van België (Europe/Brussels).`
	}));
}

interface Period {
	days: string;
	from: string;
	to: string;
	/** Which of the lines in words tells it. */
	line: number;
}

function periodsOf(openingHours: string): Period[] {
	if (openingHours.trim() === '24/7') return ALWAYS;
	const rules = parseOpeningHours(openingHours) ?? [];
	return rules.flatMap((rule, line) => {
		const days = weekdaysOf(rule);
		return days === ''
			? []
			: rule.times.map(({ from, to }) => ({ days, from: clock(from), to: clock(to), line }));
	});
}

/** Hours between two dates, and those on public holidays, are left to the words: no weekly rule tells them. */
function weekdaysOf({ dates, days }: HoursRule): string {
	if (dates) return '';
	const week = days.filter((day) => day !== PUBLIC_HOLIDAYS).toSorted((a, b) => a - b);
	return week.map((day) => WEEKDAYS[day]).join();
}

/** "9:00" as "09:00"; midnight at the end of a day as the minute before it, which the standard advises. */
const clock = (time: string): string => (time === '24:00' ? '23:59' : time.padStart(5, '0'));
