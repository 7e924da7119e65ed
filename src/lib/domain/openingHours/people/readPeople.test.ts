import { describe, expect, it } from 'vitest';
import { readHoursText } from '../schema.ts';
import { readPeople } from './readPeople.ts';

describe('opening hours as people write them', () => {
	it.each([
		['ma-vr 9u-12u', 'Mo-Fr 09:00-12:00'],
		['ma - vr: 9u-12u', 'Mo-Fr 09:00-12:00'],
		['ma-vr 9u00-12u00', 'Mo-Fr 09:00-12:00'],
		['ma-vr 9u30 - 12u30', 'Mo-Fr 09:30-12:30'],
		['lundi-vendredi 9h00-12h00', 'Mo-Fr 09:00-12:00'],
		['lu-ve 9h00-12h00', 'Mo-Fr 09:00-12:00'],
		['lun. au ven. 9h à 12h', 'Mo-Fr 09:00-12:00'],
		['ma-vr 9-12 en 13-16', 'Mo-Fr 09:00-12:00,13:00-16:00'],
		['ma-vr 9-12u en 13-16u', 'Mo-Fr 09:00-12:00,13:00-16:00'],
		['ma t/m vr 09.00 - 12.00 / 13.00 - 16.00', 'Mo-Fr 09:00-12:00,13:00-16:00'],
		['ma-vr 8-12/12-16', 'Mo-Fr 08:00-12:00,12:00-16:00'],
		['maandag tot vrijdag 9:00-12:00', 'Mo-Fr 09:00-12:00'],
		['maandag t.e.m. vrijdag van 9 tot 12 uur', 'Mo-Fr 09:00-12:00'],
		['Maandag tot en met vrijdag: 9.30 uur tot 12 uur', 'Mo-Fr 09:30-12:00'],
		['ma, di en do 9-12 en 13-16 u.', 'Mo,Tu,Th 09:00-12:00,13:00-16:00'],
		['Ma 9-12, Di 13.30-16.30, Wo gesloten', 'Mo 09:00-12:00; Tu 13:30-16:30; We off'],
		['elke werkdag 9-12u', 'Mo-Fr 09:00-12:00'],
		['elke werkdag tussen 9 en 12 uur', 'Mo-Fr 09:00-12:00'],
		['van 9 tot 12 uur op maandag en woensdag', 'Mo,We 09:00-12:00'],
		['weekend 10u-12u', 'Sa-Su 10:00-12:00'],
		['Mon-Fri 9am-12pm and 1pm-4:30pm', 'Mo-Fr 09:00-12:00,13:00-16:30'],
		['every weekday from 9:00 to 12:00, closed on public holidays', 'Mo-Fr 09:00-12:00; PH off'],
		[
			'du lundi au vendredi de 9h à 12h et de 13h à 16h, fermé les jours fériés',
			'Mo-Fr 09:00-12:00,13:00-16:00; PH off'
		],
		['tous les jours ouvrables de 9h à midi', 'Mo-Fr 09:00-12:00'],
		['eerste zaterdag van de maand 10u-12u', 'Sa[1] 10:00-12:00'],
		['premier et troisième jeudi du mois de 14h à 16h', 'Th[1,3] 14:00-16:00'],
		['last Thursday of the month 18:00-20:00', 'Th[-1] 18:00-20:00'],
		['even weken dinsdag 10-12', 'week 2-52/2 Tu 10:00-12:00'],
		['wo 14-16 (even weken)', 'week 2-52/2 We 14:00-16:00'],
		['op afspraak', '"op afspraak"'],
		['enkel op afspraak', '"op afspraak"'],
		['uniquement sur rendez-vous', '"op afspraak"'],
		['by appointment only', '"op afspraak"'],
		['woensdag op afspraak', 'We "op afspraak"'],
		['ma-vr 9-12 (enkel op afspraak)', 'Mo-Fr 09:00-12:00 "op afspraak"'],
		['ma-vr 9-12u en op afspraak', 'Mo-Fr 09:00-12:00 || "op afspraak"'],
		['ma-vr 9u-12u, za op afspraak', 'Mo-Fr 09:00-12:00; Sa "op afspraak"'],
		['ma-vr 9-12, do 13-16 op afspraak', 'Mo-Fr 09:00-12:00, Th 13:00-16:00 "op afspraak"'],
		['ma-vr 9-12, wo ook 13-16', 'Mo-Fr 09:00-12:00, We 13:00-16:00'],
		['ma-vr 9-12; ma-vr 13-16', 'Mo-Fr 09:00-12:00, Mo-Fr 13:00-16:00'],
		['ma-vr 9-12 zonder afspraak', 'Mo-Fr 09:00-12:00 "zonder afspraak"'],
		['ma-vr 9-12, gesloten in juli en augustus', 'Mo-Fr 09:00-12:00; Jul,Aug off'],
		['ma-vr 9-12, gesloten van 15 juli tot 15 augustus', 'Mo-Fr 09:00-12:00; Jul 15-Aug 15 off'],
		['ma-vr 9u-12u; 24/12-02/01 gesloten', 'Mo-Fr 09:00-12:00; Dec 24-Jan 02 off'],
		['ma-vr 9-12 behalve woensdag', 'Mo-Fr 09:00-12:00; We off'],
		['vanaf 9u op maandag', 'Mo 09:00+'],
		['24/7', '24/7'],
		['24u/24', '24/7'],
		['elke dinsdagvoormiddag 9u-12u', 'Tu 09:00-12:00'],
		['dinsdag- en donderdagvoormiddag van 9u tot 12u', 'Tu,Th 09:00-12:00'],
		['dagelijks 9u-17u, behalve op zon- en feestdagen', 'Mo-Su 09:00-17:00; Su,PH off'],
		['tous les jours sauf dimanche 9h-17h', 'Mo-Sa 09:00-17:00'],
		['alle dagen behalve woensdag en feestdagen 9-12', 'Mo,Tu,Th,Fr,Sa,Su 09:00-12:00; PH off'],
		['elke eerste maandag 14u-16u', 'Mo[1] 14:00-16:00'],
		['ma-vr 0900-1200', 'Mo-Fr 09:00-12:00'],
		['ma-vr: vm 9u-12u, nm 13u-16u', 'Mo-Fr 09:00-12:00,13:00-16:00'],
		['op afspraak via 09 123 45 67', '"op afspraak via 09 123 45 67"'],
		['wo 14u-16u op afspraak (bel 014 12 34 56)', 'We 14:00-16:00 "op afspraak (bel 014 12 34 56)"'],
		['ma-vr 9u-12u in de voormiddag en 13u-16u in de namiddag', 'Mo-Fr 09:00-12:00,13:00-16:00'],
		['woensdagnamiddag 13u-16u op afspraak', 'We 13:00-16:00 "op afspraak"'],
		['vrijdagavond 20u-2u', 'Fr 20:00-02:00'],
		['lundi matin 9h-12h', 'Mo 09:00-12:00'],
		['Mon-Fri 9am-12pm in the morning', 'Mo-Fr 09:00-12:00'],
		['ma-vr 9-12, bel eerst', 'Mo-Fr 09:00-12:00 "bel eerst"']
	])('%s', (typed, value) => {
		expect(readPeople(typed)).toEqual({ kind: 'read', value });
		expect(readHoursText(typed)).toHaveProperty('value');
	});
});

it.each([
	'ma-vr 9u-12u, namiddag op afspraak',
	'ma-vr 9-12 (namiddag op afspraak)',
	'ma-vr 9-12 namiddag op afspraak',
	'ma-vr 9-12 avond op afspraak',
	'ma-vr 9-17 in de namiddag, op afspraak',
	'ma-vr 9-12 namiddag gesloten',
	'ma-vr 9-12 namiddag bel eerst',
	'ma-vr 9-12 namiddag "bel eerst"',
	'ma-vr 9-12, vrijdagnamiddag op afspraak',
	'ma-vr 9-17, vrijdagnamiddag gesloten',
	'alle dagen behalve woensdagnamiddag 9-17',
	'dinsdagavond 9-12',
	'Mon-Fri 9am-12pm afternoons by appointment',
	'lu-ve 9h-12h après-midi sur rendez-vous',
	'ma-vr voormiddag',
	'gesloten tijdens schoolvakanties',
	'tweewekelijks op dinsdag 10-12',
	'9u-12u',
	'July 9-12',
	'zie website'
])('hours that say too little, or what nobody can reckon, are not read: %s', (typed) => {
	expect(['unread', 'untold']).toContain(readPeople(typed).kind);
});

describe('two letters of a day', () => {
	it.each([
		['ma,di,do 9:00-12:00', 'Mo,Tu,Th 09:00-12:00'],
		['ma 9:00-12:00 ; di 14:00-17:00', 'Mo 09:00-12:00; Tu 14:00-17:00'],
		['ma 9u-12u', 'Mo 09:00-12:00'],
		['lu,ma,je 9:00-12:00', 'Mo,Tu,Th 09:00-12:00'],
		['lu,sa 09:00-12:00', 'Mo,Sa 09:00-12:00'],
		['sa-di 10:00-12:00', 'Sa-Su 10:00-12:00'],
		['mar-ven 9h-12h', 'Tu-Fr 09:00-12:00'],
		['mar. et jeu. 9h-12h', 'Tu,Th 09:00-12:00'],
		['Mo-Fr 9:00-12:00, enkel op afspraak', 'Mo-Fr 09:00-12:00 "op afspraak"']
	])('are read in the language of the whole: %s', (typed, value) => {
		expect(readPeople(typed)).toEqual({ kind: 'read', value });
	});

	it.each([
		['di 9:00-12:00', 'Tu 09:00-12:00', 'Su 09:00-12:00'],
		['ma 9-12', 'Mo 09:00-12:00', 'Tu 09:00-12:00'],
		['ma-di 10-12', 'Mo-Tu 10:00-12:00', 'Tu-Su 10:00-12:00'],
		['mar 9:00-12:00', 'Tu 09:00-12:00', 'Mar 09:00-12:00'],
		['Mar 09:00-12:00', 'Tu 09:00-12:00', 'Mar 09:00-12:00'],
		// Instead of the morning, or after it?
		['ma-vr 9-12, wo 13-16', 'Mo-Fr 09:00-12:00, We 13:00-16:00', 'Mo-Fr 09:00-12:00; We 13:00-16:00'],
		[
			'ma-vr 9-12 en 13-16 op afspraak',
			'Mo-Fr 09:00-12:00,13:00-16:00 "op afspraak"',
			'Mo-Fr 09:00-12:00, Mo-Fr 13:00-16:00 "op afspraak"'
		]
	])('are not guessed where two readings fit: %s', (typed, ...readings) => {
		expect(readHoursText(typed)).toMatchObject({ code: 'two', readings });
	});
});
