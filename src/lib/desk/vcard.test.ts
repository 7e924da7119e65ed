import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleDesk } from './desk.fixture';
import { deskCard } from './vcard';

const URL = 'https://kaart.example/loketten/vrijwilligersloket-gent';
const cardOf = (more: Parameters<typeof exampleDesk>[0] = {}, note: string[] = []) =>
	deskCard({ desk: exampleDesk(more), owner: 'Gemeente Gent', url: URL, locale: 'nl', note });
/** As an address book reads them: unfolded. */
const linesOf = (card: string) => card.replaceAll('\r\n ', '').trimEnd().split('\r\n');

describe('the card of a desk', () => {
	it.each([
		['fr', 'Belgique'],
		['en', 'Belgium']
	] as const)('names the country in %s', (locale, country) => {
		const card = deskCard({ desk: exampleDesk(), owner: 'Gemeente Gent', url: URL, locale, note: [] });
		expect(linesOf(card)).toContain(`ADR;TYPE=WORK:;;Kouter 1;Gent;;9000;${country}`);
	});

	it('has all that an address book keeps', () => {
		const lines = linesOf(cardOf({}, ['maandag: 9 tot 12 uur', 'feestdagen: gesloten']));
		expect(lines[0]).toBe('BEGIN:VCARD');
		expect(lines).toEqual(
			expect.arrayContaining([
				'VERSION:3.0',
				'FN:Vrijwilligersloket Gent',
				'N:Vrijwilligersloket Gent;;;;',
				'ORG:Gemeente Gent',
				'ADR;TYPE=WORK:;;Kouter 1;Gent;;9000;België',
				'TEL;TYPE=WORK,VOICE:+3292101010',
				'EMAIL;TYPE=INTERNET,WORK:loket@gent.example',
				`URL;TYPE=WORK:${URL}`,
				'GEO:51.05;3.72',
				'REV:2026-03-03T10:00:00.000Z',
				'NOTE:maandag: 9 tot 12 uur\\nfeestdagen: gesloten'
			])
		);
		expect(lines.at(-1)).toBe('END:VCARD');
	});

	it('leaves out what is not known, and a point that nobody has set', () => {
		const card = cardOf({ phone: null, email: null, locationApproximate: true });
		expect(card).not.toMatch(/^(TEL|EMAIL|NOTE|GEO)/m);
	});

	it('lets no text end its field or begin another', () => {
		const card = cardOf({ name: 'Loket; "A", B\\C', place: 'Gent\r\nTEL:+32900', street: 'Kouter\n1' });
		expect(linesOf(card)).toContain('FN:Loket\\; "A"\\, B\\\\C');
		expect(linesOf(card)).toContain('ADR;TYPE=WORK:;;Kouter\\n1;Gent\\nTEL:+32900;;9000;België');
		expect(linesOf(card).filter((line) => line.startsWith('TEL'))).toHaveLength(1);
	});

	it('folds long lines without breaking a letter', () => {
		const name = 'Ééntje '.repeat(20).trim();
		const card = cardOf({ name });
		for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(linesOf(card)).toContain(`FN:${name}`);
	});

	it('is this to the byte: breaks of CR and LF, a fold of at most 75 octets, no letter in two', () => {
		const card = cardOf({ name: '🌻'.repeat(18), phone: null, email: null, street: 'Kouter, 1; bus \\2' }, [
			`${'é'.repeat(34)}a`,
			'b\rc\r\nd'
		]);
		expect(card).toBe(
			[
				'BEGIN:VCARD',
				'VERSION:3.0',
				'PRODID:-//Lokaal Vrijwilligen//NONSGML Lokaal Vrijwilligen//NL',
				`FN:${'🌻'.repeat(18)}`,
				`N:${'🌻'.repeat(18)};`,
				' ;;;',
				'ORG:Gemeente Gent',
				'ADR;TYPE=WORK:;;Kouter\\, 1\\; bus \\\\2;Gent;;9000;België',
				'UID:urn:uuid:0b0e7a3e-5b1f-4a7e-9d55-111111111111',
				'URL;TYPE=WORK:https://kaart.example/loketten/vrijwilligersloket-gent',
				'REV:2026-03-03T10:00:00.000Z',
				'GEO:51.05;3.72',
				`NOTE:${'é'.repeat(34)}a\\`,
				' nb\\nc\\nd',
				'END:VCARD',
				''
			].join('\r\n')
		);
	});

	it('folds whatever was written so that it can be read again', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
				const card = cardOf({ name });
				for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
				const written = linesOf(card).find((line) => line.startsWith('FN:')) ?? '';
				const read = written.slice(3).replaceAll(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter));
				expect(read).toBe(name.replaceAll(/\r\n?/g, '\n'));
			}),
			{ seed: 2026, numRuns: 100 }
		);
	});
});
