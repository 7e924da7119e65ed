/** The words for opening hours in each language. Apart from the lines they make, which need the library. */
import type { Locale } from '../directory/directory.ts';
import type { TimeRange } from './rules.ts';

export interface Words {
	/** For names of days and months, and for lists. */
	tag: string;
	colon: string;
	holidays: string;
	everyDay: string;
	closed: string;
	always: string;
	onAppointment: string;
	days(from: string, to: string): string;
	dates(from: string, to: string): string;
	time(hours: number, minutes: string): string;
	/** Of a moment, where `time` needs a word beside it. */
	at(time: string): string;
	times(from: string, to: string): string;
}

export const WORDS: Record<Locale, Words> = {
	nl: {
		tag: 'nl-BE',
		colon: ': ',
		holidays: 'feestdagen',
		everyDay: 'elke dag',
		closed: 'gesloten',
		always: 'dag en nacht open',
		onAppointment: 'op afspraak',
		days: (from, to) => `${from} tot ${to}`,
		dates: (from, to) => `van ${from} tot ${to}`,
		time: (hours, minutes) => (minutes === '00' ? `${hours}` : `${hours}.${minutes}`),
		at: (time) => `${time} uur`,
		times: (from, to) => `${from} tot ${to} uur`
	},
	fr: {
		tag: 'fr-BE',
		colon: ' : ',
		holidays: 'jours fériés',
		everyDay: 'tous les jours',
		closed: 'fermé',
		always: 'ouvert jour et nuit',
		onAppointment: 'sur rendez-vous',
		days: (from, to) => `du ${from} au ${to}`,
		dates: (from, to) => `du ${from} au ${to}`,
		time: (hours, minutes) => (minutes === '00' ? `${hours}h` : `${hours}h${minutes}`),
		at: (time) => time,
		times: (from, to) => `${from} à ${to}`
	},
	en: {
		tag: 'en-GB',
		colon: ': ',
		holidays: 'Public holidays',
		everyDay: 'Every day',
		closed: 'closed',
		always: 'Open day and night',
		onAppointment: 'by appointment',
		days: (from, to) => `${from} to ${to}`,
		dates: (from, to) => `${from} to ${to}`,
		time: (hours, minutes) => `${hours}:${minutes}`,
		at: (time) => time,
		times: (from, to) => `${from} to ${to}`
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

/** "9 tot 12.30 uur". @param from and `to` are "HH:MM" */
export function timesInWords({ from, to }: TimeRange, locale: Locale): string {
	const words = WORDS[locale];
	return words.times(clock(from, words), clock(to, words));
}
