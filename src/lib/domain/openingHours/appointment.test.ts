import { describe, expect, it } from 'vitest';
import { isOnAppointment } from './appointment.ts';

describe('an appointment is needed', () => {
	it.each([
		'op afspraak',
		'enkel op afspraak',
		'na afspraak',
		'uniquement sur rendez-vous',
		'sur RDV',
		'by appointment only',
		// What else it denies is about something else.
		'geen vrije inloop, enkel op afspraak',
		'op afspraak, niet op feestdagen',
		'geen inloop: altijd op afspraak',
		'enkel op afspraak (niet in juli)',
		'op afspraak en niet op woensdag',
		'geen loket zonder afspraak',
		'niet zonder afspraak',
		'nooit zonder afspraak langskomen',
		'pas sans rendez-vous',
		'not without an appointment',
		'no walk-in, by appointment',
		'no walk-ins; appointment required',
		"pas d'accès libre, uniquement sur rendez-vous",
		'maak een afspraak via 09 123 45 67'
	])('%s', (comment) => {
		expect(isOnAppointment(comment)).toBe(true);
	});
});

describe('no appointment is needed', () => {
	it.each([
		'bel eerst',
		'zonder afspraak',
		'met of zonder afspraak',
		'vrije inloop of op afspraak',
		'op afspraak of vrije inloop',
		'inloop en op afspraak',
		'of op afspraak',
		'ook op afspraak',
		'geen afspraak nodig',
		'een afspraak is niet nodig',
		'afspraak maken hoeft niet',
		'niet enkel op afspraak',
		'sans rendez-vous',
		'avec ou sans rendez-vous',
		'pas besoin de rendez-vous',
		"pas d'obligation de rendez-vous",
		'accès libre ou sur rendez-vous',
		'no appointment needed',
		'appointment not required',
		'walk-in or by appointment',
		'without appointment'
	])('%s', (comment) => {
		expect(isOnAppointment(comment)).toBe(false);
	});
});
