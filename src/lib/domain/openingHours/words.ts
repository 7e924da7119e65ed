/** The words for opening hours in each language. Apart from the lines they make, which need the library. */
import type { Locale } from '../directory/directory.ts';
import { unbroken } from '../text/noBreak.ts';

export interface Words {
	/** For names of days and months, and for lists. */
	tag: string;
	colon: string;
	holidays: string;
	dayBeforeHoliday: string;
	dayAfterHoliday: string;
	everyDay: string;
	closed: string;
	always: string;
	wholeDay: string;
	onAppointment: string;
	notSure: string;
	orLater: string;
	nextDay: string;
	otherwise: string;
	days(from: string, to: string): string;
	dates(from: string, to: string): string;
	/** A month or months, and a period of them. */
	inMonths(months: string): string;
	months(from: string, to: string): string;
	/** A year or years, a period of them, and one without end. */
	inYears(years: string): string;
	years(from: number, to: number): string;
	yearsOn(from: number): string;
	evenWeeks: string;
	oddWeeks: string;
	inWeeks(weeks: string): string;
	weeks(from: number, to: number): string;
	everyWeeks(step: number, from: number, to: number): string;
	/** "eerste", of -1 "laatste"; 1 to 5 and -1 to -5. */
	nth(n: number): string;
	/** @param which as `nth` says them, in a list. */
	ofMonth(which: string, day: string): string;
	ofNamedMonth(which: string, day: string, month: string): string;
	/** Easter Sunday and the days that it brings along, by how many days after it they are. */
	easter: Readonly<Record<number, string>>;
	daysFromEaster(days: number): string;
	/** With the days that are not meant. */
	except(days: string): string;
	/** Added to the usual hours of that day. */
	also(times: string): string;
	closedFor(times: string): string;
	time(hours: number, minutes: string): string;
	/** Of a moment, where `time` needs a word beside it. */
	at(time: string): string;
	times(from: string, to: string): string;
	/** The end is not known. */
	timeOn(from: string): string;
}

const ordinal =
	(firsts: readonly string[], lasts: readonly string[]) =>
	(n: number): string =>
		(n > 0 ? firsts[n - 1] : lasts[-n - 1]) ?? String(n);

export const WORDS: Record<Locale, Words> = {
	nl: {
		tag: 'nl-BE',
		colon: ': ',
		holidays: 'feestdagen',
		dayBeforeHoliday: 'de dag voor een feestdag',
		dayAfterHoliday: 'de dag na een feestdag',
		everyDay: 'elke dag',
		closed: 'gesloten',
		always: 'dag en nacht open',
		wholeDay: 'de hele dag open',
		onAppointment: 'op afspraak',
		notSure: 'niet zeker',
		orLater: 'of later',
		nextDay: 'de dag erna',
		otherwise: 'op andere momenten',
		days: (from, to) => `${from} tot ${to}`,
		dates: (from, to) => `van ${from} tot ${to}`,
		inMonths: (months) => `in ${months}`,
		months: (from, to) => `van ${from} tot en met ${to}`,
		inYears: (years) => `in ${years}`,
		years: (from, to) => `van ${from} tot en met ${to}`,
		yearsOn: (from) => `vanaf ${from}`,
		evenWeeks: 'om de twee weken (even weken)',
		oddWeeks: 'om de twee weken (oneven weken)',
		inWeeks: (weeks) => `in week ${weeks}`,
		weeks: (from, to) => `${from} tot en met ${to}`,
		everyWeeks: (step, from, to) => `${from} tot en met ${to}, om de ${step} weken`,
		nth: ordinal(
			['eerste', 'tweede', 'derde', 'vierde', 'vijfde'],
			['laatste', 'voorlaatste', 'derde laatste', 'vierde laatste', 'vijfde laatste']
		),
		ofMonth: (which, day) => `${which} ${day} van de maand`,
		ofNamedMonth: (which, day, month) => `de ${which} ${day} van ${month}`,
		easter: {
			[-3]: 'Witte Donderdag',
			[-2]: 'Goede Vrijdag',
			0: 'Pasen',
			1: 'Paasmaandag',
			39: 'Hemelvaartsdag',
			49: 'Pinksteren',
			50: 'Pinkstermaandag'
		},
		daysFromEaster: (days) =>
			`${Math.abs(days)} ${Math.abs(days) === 1 ? 'dag' : 'dagen'} ${days < 0 ? 'voor' : 'na'} Pasen`,
		except: (days) => `niet op ${days}`,
		also: (times) => `ook ${times}`,
		closedFor: (times) => `gesloten van ${times}`,
		time: (hours, minutes) => (minutes === '00' ? `${hours}` : `${hours}.${minutes}`),
		at: (time) => unbroken(`${time} uur`),
		times: (from, to) => `${from} tot ${unbroken(`${to} uur`)}`,
		timeOn: (from) => `vanaf ${unbroken(`${from} uur`)} (einduur niet bekend)`
	},
	fr: {
		tag: 'fr-BE',
		colon: ' : ',
		holidays: 'jours fériés',
		dayBeforeHoliday: 'la veille d’un jour férié',
		dayAfterHoliday: 'le lendemain d’un jour férié',
		everyDay: 'tous les jours',
		closed: 'fermé',
		always: 'ouvert jour et nuit',
		wholeDay: 'ouvert toute la journée',
		onAppointment: 'sur rendez-vous',
		notSure: 'pas certain',
		orLater: 'ou plus tard',
		nextDay: 'le lendemain',
		otherwise: 'à d’autres moments',
		days: (from, to) => `du ${from} au ${to}`,
		dates: (from, to) => `du ${from} au ${to}`,
		inMonths: (months) => `en ${months}`,
		months: (from, to) => `${/^[aeiouh]/i.test(from) ? 'd’' : 'de '}${from} à ${to} inclus`,
		inYears: (years) => `en ${years}`,
		years: (from, to) => `de ${from} à ${to} inclus`,
		yearsOn: (from) => `à partir de ${from}`,
		evenWeeks: 'une semaine sur deux (semaines paires)',
		oddWeeks: 'une semaine sur deux (semaines impaires)',
		inWeeks: (weeks) => `semaine ${weeks}`,
		weeks: (from, to) => `${from} à ${to} incluse`,
		everyWeeks: (step, from, to) => `${from} à ${to} incluse, toutes les ${step} semaines`,
		nth: ordinal(
			['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'],
			['dernier', 'avant-dernier', 'troisième dernier', 'quatrième dernier', 'cinquième dernier']
		),
		ofMonth: (which, day) => `${which} ${day} du mois`,
		ofNamedMonth: (which, day, month) => `${which} ${day} ${/^[aeiouh]/i.test(month) ? 'd’' : 'de '}${month}`,
		easter: {
			[-3]: 'Jeudi saint',
			[-2]: 'Vendredi saint',
			0: 'Pâques',
			1: 'lundi de Pâques',
			39: 'Ascension',
			49: 'Pentecôte',
			50: 'lundi de Pentecôte'
		},
		daysFromEaster: (days) =>
			`${Math.abs(days)} ${Math.abs(days) === 1 ? 'jour' : 'jours'} ${days < 0 ? 'avant' : 'après'} Pâques`,
		except: (days) => `sauf ${days}`,
		also: (times) => `aussi ${times}`,
		closedFor: (times) => `fermé de ${times}`,
		time: (hours, minutes) => (minutes === '00' ? `${hours}h` : `${hours}h${minutes}`),
		at: (time) => time,
		times: (from, to) => `${from} à ${to}`,
		timeOn: (from) => `à partir de ${from} (heure de fin inconnue)`
	},
	en: {
		tag: 'en-GB',
		colon: ': ',
		holidays: 'Public holidays',
		dayBeforeHoliday: 'The day before a public holiday',
		dayAfterHoliday: 'The day after a public holiday',
		everyDay: 'Every day',
		closed: 'closed',
		always: 'Open day and night',
		wholeDay: 'open all day',
		onAppointment: 'by appointment',
		notSure: 'not certain',
		orLater: 'or later',
		nextDay: 'the next day',
		otherwise: 'At other times',
		days: (from, to) => `${from} to ${to}`,
		dates: (from, to) => `${from} to ${to}`,
		inMonths: (months) => `In ${months}`,
		months: (from, to) => `${from} to ${to} inclusive`,
		inYears: (years) => `In ${years}`,
		years: (from, to) => `${from} to ${to} inclusive`,
		yearsOn: (from) => `From ${from}`,
		evenWeeks: 'Every other week (even weeks)',
		oddWeeks: 'Every other week (odd weeks)',
		inWeeks: (weeks) => `In week ${weeks}`,
		weeks: (from, to) => `${from} to ${to} inclusive`,
		everyWeeks: (step, from, to) => `${from} to ${to} inclusive, every ${step} weeks`,
		nth: ordinal(
			['first', 'second', 'third', 'fourth', 'fifth'],
			['last', 'last but one', 'third last', 'fourth last', 'fifth last']
		),
		ofMonth: (which, day) => `${which} ${day} of the month`,
		ofNamedMonth: (which, day, month) => `the ${which} ${day} of ${month}`,
		easter: {
			[-3]: 'Maundy Thursday',
			[-2]: 'Good Friday',
			0: 'Easter Sunday',
			1: 'Easter Monday',
			39: 'Ascension Day',
			49: 'Whit Sunday',
			50: 'Whit Monday'
		},
		daysFromEaster: (days) =>
			`${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} Easter`,
		except: (days) => `not on ${days}`,
		also: (times) => `also ${times}`,
		closedFor: (times) => `closed from ${times}`,
		time: (hours, minutes) => `${hours}:${minutes}`,
		at: (time) => time,
		times: (from, to) => `${from} to ${to}`,
		timeOn: (from) => `from ${from} (closing time not known)`
	}
};

/** @param time "HH:MM" */
export function clock(time: string, words: Words): string {
	const [hours = '', minutes = ''] = time.split(':');
	return words.time(Number(hours), minutes);
}

/** "17 uur", "17h30". @param time "HH:MM" */
export function timeInWords(time: string, locale: Locale): string {
	const words = WORDS[locale];
	return words.at(clock(time, words));
}

/** "9 tot 12.30 uur", "vanaf 9 uur (einduur niet bekend)". */
export const timesInWords = (span: TimeInWords, locale: Locale): string => timeSpan(span, WORDS[locale]);

interface TimeInWords {
	/** "HH:MM"; `to` is null when nobody knows. */
	from: string;
	to: string | null;
	orLater?: boolean;
}

export function timeSpan({ from, to, orLater }: TimeInWords, words: Words): string {
	if (to === null) return words.timeOn(clock(from, words));
	const times = words.times(clock(from, words), clock(to, words));
	if (orLater) return `${times} ${words.orLater}`;
	return to < from ? `${times} (${words.nextDay})` : times;
}
