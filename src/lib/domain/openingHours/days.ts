/** Opening hours of the days to come, by date, in Belgian time. */
import { isOnAppointment } from './appointment.ts';
import { DAY, dateOf, startOfDay, timeOf, wallTime } from './brusselsTime.ts';
import { holidayNamed, publicHolidayOn, type PublicHoliday } from './publicHolidays.ts';
import { readHours, timeline, type Stretch } from './timeline.ts';

export interface OpeningRange {
	/** "HH:MM". Past midnight `to` is earlier than `from`; a whole day is "00:00" to "24:00". */
	from: string;
	/** Null when nobody knows. */
	to: string | null;
	/** Perhaps longer than that; left out when not. */
	orLater?: true;
	onAppointment: boolean;
	/** As written beside the hours, also when it says "op afspraak". */
	comment: string | null;
}

export interface OpeningDay {
	/** "YYYY-MM-DD" */
	date: string;
	/** In order; none = closed, or not known. */
	ranges: OpeningRange[];
	/** The hours of this day, or other hours of it, are not known; left out when they are. */
	isUnknown?: true;
	/** Whether or not the desk is open. */
	holiday: PublicHoliday | null;
	/** The reason written with a closure of the whole day, such as "verbouwing". */
	isClosedBy: string | null;
}

/**
 * @param value `opening_hours` syntax
 * @param from the first day is the one on which this falls in Belgium
 * @returns empty when the hours cannot be judged, or when there is a remark and no hours
 */
export function upcomingDays(value: string, from: Date, count: number): OpeningDay[] {
	const hours = readHours(value)?.hours;
	if (!hours) return [];
	const first = startOfDay(wallTime(from.getTime()));
	try {
		// From the day before, so that the end of its night is not taken for the hours of a morning.
		const stretches = [...timeline(hours, first - DAY, (count + 2) * DAY)(first)];
		return Array.from({ length: count }, (_, i) => dayOf(first + i * DAY, stretches));
	} catch {
		return [];
	}
}

function dayOf(start: number, stretches: readonly Stretch[]): OpeningDay {
	const end = start + DAY;
	const here = stretches.filter(({ from, to }) => from < end && to > start);
	const ranges = here.flatMap((stretch, i) => rangeOn(start, stretch, here[i - 1], here[i + 1]) ?? []);
	const reason = ranges.length > 0 ? null : (here.find(({ kind }) => kind === 'closed')?.comment ?? null);
	return {
		date: dateOf(start),
		ranges,
		...(here.some(isUnknown) && { isUnknown: true as const }),
		holiday: publicHolidayOn(start),
		isClosedBy: holidayNamed(reason) ? null : reason
	};
}

/** Without words that would tell more. */
const isUnknown = ({ kind, comment }: Pick<Stretch, 'kind' | 'comment'>): boolean =>
	kind === 'unclear' && comment === null;

function rangeOn(
	start: number,
	{ kind, from, to, comment }: Stretch,
	previous: Stretch | undefined,
	next: Stretch | undefined
): OpeningRange | null {
	if (kind === 'closed' || isUnknown({ kind, comment })) return null;
	const end = start + DAY;
	const isOneNight = to - from < DAY && to > startOfDay(from) + DAY;
	// A night goes with the evening on which it began.
	if (isOneNight && from < start) return null;
	const range = {
		from: timeOf(Math.max(from, start)),
		onAppointment: comment !== null && isOnAppointment(comment),
		comment: holidayNamed(comment) ? null : comment
	};
	if (kind === 'from_here') {
		const isTold = previous && previous.kind !== 'closed' && previous.to === from;
		return isTold || from < start ? null : { ...range, to: null };
	}
	const goesOn = next?.kind === 'from_here' && next.from === to;
	return {
		...range,
		to: isOneNight ? timeOf(to) : to >= end ? '24:00' : timeOf(to),
		...(goesOn && { orLater: true as const })
	};
}
