/** How exceptions to a week lie to each other: of two for the same day, the shorter one goes. */
import { DAY } from './brusselsTime.ts';

/** Days as "YYYY-MM-DD"; `to` is blank for a single day. */
interface Period {
	from: string;
	to: string;
	everyYear: boolean;
}

/** Of the days of one to those of the other; 'crossing' also where they are the same. */
export type Relation = 'apart' | 'within' | 'around' | 'crossing';

export function relationOf(a: Period, b: Period): Relation {
	const years = [a, b].flatMap((period) => [yearOf(period.from), yearOf(period.to || period.from)]);
	const all = Array.from(
		{ length: Math.max(...years) - Math.min(...years) + 3 },
		(_, i) => Math.min(...years) - 1 + i
	);
	const [mine, theirs] = [occurrences(a, all), occurrences(b, all)];
	const meets = (one: Days, other: Days) => one.from <= other.to && other.from <= one.to;
	const meeting = mine.filter((one) => theirs.some((other) => meets(one, other)));
	if (meeting.length === 0) return 'apart';
	const isIn = (some: readonly Days[], others: readonly Days[]) =>
		some.every((one) => {
			const met = others.filter((other) => meets(one, other));
			return met.every((other) => one.from >= other.from && one.to <= other.to);
		});
	const [isWithin, isAround] = [isIn(mine, theirs), isIn(theirs, mine)];
	// Of the same days, this year goes before every year.
	if (isWithin && isAround)
		return a.everyYear === b.everyYear ? 'crossing' : a.everyYear ? 'around' : 'within';
	return isWithin ? 'within' : isAround ? 'around' : 'crossing';
}

/** The last one goes before the others. */
export const fromBroadToNarrow = <Each extends Period>(periods: readonly Each[]): Each[] =>
	periods.toSorted((a, b) => lengthOf(b) - lengthOf(a) || Number(b.everyYear) - Number(a.everyYear));

interface Days {
	from: number;
	to: number;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const dayOf = (date: string, year = yearOf(date)): number =>
	Date.parse(`${year}${date.slice(4)}T00:00:00Z`) / DAY;
const lengthOf = ({ from, to }: Period): number => dayOf(to || from) - dayOf(from);

function occurrences({ from, to, everyYear }: Period, years: readonly number[]): Days[] {
	const last = to || from;
	if (!everyYear) return [{ from: dayOf(from), to: dayOf(last) }];
	const lasts = yearOf(last) - yearOf(from);
	return years
		.map((year) => ({ from: dayOf(from, year), to: dayOf(last, year + lasts) }))
		.filter((days) => !Number.isNaN(days.from) && !Number.isNaN(days.to));
}
