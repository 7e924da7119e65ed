import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportKind } from './importPlan.ts';
import { exportDesks, exportGovernments } from './exportCsv.server.ts';
import { FileProblem } from './fileProblem.server.ts';
import { planImport } from './planImport.server.ts';
import { STATE, bytes, plan, HEADER, codes } from './planned.fixture.ts';

const fileProblem = (file: Uint8Array | string, kind: ImportKind = 'loketten') => {
	try {
		planImport(typeof file === 'string' ? bytes(file) : file, kind, STATE);
	} catch (cause) {
		if (cause instanceof FileProblem) return [cause.code, ...cause.values];
		throw cause;
	}
	return null;
};
/** As Excel in Belgium saves what it opened: no byte order mark, Windows-1252. */
const asWindows1252 = (text: string) =>
	Uint8Array.from(text.replace('\uFEFF', ''), (character) => character.charCodeAt(0) & 0xff);

describe('An export imported again changes nothing', () => {
	const files: [ImportKind, string][] = [
		['loketten', exportDesks(STATE.desks, STATE.governments)],
		['besturen', exportGovernments(STATE.governments)]
	];
	it.each(files)('of %s, as it was written', (kind, file) => {
		const { counts, rows } = plan(file, kind);
		expect(rows.filter(({ outcome }) => outcome !== 'unchanged').slice(0, 3)).toEqual([]);
		expect(counts.unchanged).toBeGreaterThan(80);
	});
	it.each(files)('of %s, saved by a spreadsheet', (kind, file) => {
		const dates = file.replace(/;(\d{4})-(\d\d)-(\d\d)(?=;)/g, ';$3/$2/$1');
		const { rows } = planImport(asWindows1252(`${dates};;;;;\r\n;;;;;;\r\n`), kind, STATE);
		expect(rows.filter(({ outcome }) => outcome !== 'unchanged').slice(0, 3)).toEqual([]);
	});
	it('whatever the texts are', () => {
		const [desk] = STATE.desks;
		if (!desk) throw new Error('No desk.');
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
				fc.constantFrom('', '=', '-', "'", "'=", '@', '"', '+32', ';', '\n'),
				fc.double({ min: 3.5, max: 4, noNaN: true }),
				(text, start, lon) => {
					const name = `${start}${text}`.replace(/\p{Cc}/gu, ' ').trim() || 'x';
					const changed = { ...desk, name, description: name, lon };
					const state = { ...STATE, desks: [changed] };
					const file = bytes(exportDesks([changed], STATE.governments));
					expect(planImport(file, 'loketten', state).rows).toMatchObject([{ outcome: 'unchanged' }]);
				}
			),
			{ seed: 2026, numRuns: 100 }
		);
	});
	it('and writes no cell that a spreadsheet runs', () => {
		const [desk] = STATE.desks;
		if (!desk) throw new Error('No desk.');
		const file = exportDesks([{ ...desk, name: '=1+1', phone: '+31201234567' }], STATE.governments);
		expect(file).toContain(";'=1+1;");
		expect(file).toContain(";'+31 20 123 4567;");
	});
});

describe('A file that is older than a correction', () => {
	const [desk] = STATE.desks;
	const [government] = STATE.governments;
	if (!desk || !government) throw new Error('Nothing is there.');
	const corrected = {
		...STATE,
		desks: STATE.desks.map((one) => (one === desk ? { ...one, phone: '+3292101010', revision: 2 } : one)),
		governments: STATE.governments.map((one) =>
			one === government ? { ...one, phone: '+3292101010', revision: 2 } : one
		)
	};
	const phoned = { phone: '+3292109999' };
	it.each([
		['loketten', exportDesks([{ ...desk, ...phoned }], STATE.governments), desk.id],
		['besturen', exportGovernments([{ ...government, ...phoned }]), government.id]
	] as const)('puts nothing back by itself: %s', (kind, file, id) => {
		const { rows, counts } = planImport(bytes(file), kind, corrected);
		expect(rows).toMatchObject([
			{
				outcome: 'older',
				subjectId: id,
				changes: [
					{ column: 'telefoon', from: expect.stringContaining('10 10'), to: expect.stringContaining('99 99') }
				]
			}
		]);
		expect(counts.changed).toBe(0);
	});
	it.each([
		['began again', ['2019-03-01', '2025-01-01'], ['2026-02-01', null]],
		['ended', ['2019-03-01', null], ['2019-03-01', '2026-02-01']],
		['began for the first time', [null, null], ['2026-02-01', null]]
	] as const)('puts nothing back where taking part %s since', (_, [since, until], [sinceNow, untilNow]) => {
		const before = { ...government, participating_since: since, participating_until: until };
		const now = { ...government, participating_since: sinceNow, participating_until: untilNow };
		const state = { ...STATE, governments: [now] };
		const file = exportGovernments([{ ...before, ...phoned }]);
		expect(planImport(bytes(file), 'besturen', state).rows).toMatchObject([{ outcome: 'older' }]);
		const today = exportGovernments([{ ...now, ...phoned }]);
		expect(planImport(bytes(today), 'besturen', state).rows).toMatchObject([{ outcome: 'changed' }]);
	});
	it('stands apart also where it is only likely the same desk', () => {
		const file = `bestuur;naam;straat;postcode;telefoon;versie\n${
			STATE.governments.find(({ id }) => id === desk.local_government_id)?.slug
		};${desk.name} oud;${desk.street};${desk.postcode};092109999;1`;
		expect(planImport(bytes(file), 'loketten', corrected).rows).toMatchObject([
			{ outcome: 'older', subjectId: desk.id, warnings: [{ code: 'likely_duplicate' }] }
		]);
	});
	it('is taken at its word where it says the version of today, or none', () => {
		const today = exportDesks([{ ...desk, ...phoned, revision: 2 }], STATE.governments);
		for (const file of [today, today.replace('versie', 'iets_anders')]) {
			expect(planImport(bytes(file), 'loketten', corrected).rows).toMatchObject([{ outcome: 'changed' }]);
		}
	});
	it('says so of a version that is no number', () => {
		const odd = exportDesks([desk], STATE.governments).replace('versie', 'iets_anders');
		expect(odd).toContain('iets_anders');
		const file = `id;telefoon;versie\n${desk.id};092109999;twee`;
		expect(planImport(bytes(file), 'loketten', corrected).rows).toMatchObject([
			{ outcome: 'refused', problems: [{ code: 'bad_number' }] }
		]);
	});
	it.each([
		['loketten', `id;versie\n${desk.id};twee`],
		['besturen', `kbo_nummer;versie\n${government.kbo_number};twee`]
	] as const)('asks no version of a row that changes nothing: %s', (kind, file) => {
		expect(planImport(bytes(file), kind, corrected).rows).toMatchObject([{ outcome: 'unchanged' }]);
	});
});

describe('A row about a local government', () => {
	it.each([
		['its KBO number', 'kbo;meedoen_sinds', '0207451227;01/03/2026'],
		['its KBO number as a number', 'kbo;meedoen_sinds', '207451227;2026-03-01'],
		['NIS code and kind', 'NIS-code;soort;depuis', '44021;gemeente;1/3/26'],
		['its name', 'name;kind;since', 'Gent;gemeente;1.3.2026']
	])('is known by %s', (_, header, cells) => {
		const [row] = plan(`${header}\n${cells}`, 'besturen').rows;
		expect(row).toMatchObject({
			outcome: 'changed',
			subjectId: 'gemeente-gent',
			content: { participating_since: '2026-03-01' }
		});
	});
	it.each([
		['31/02/2026;', ['bad_date']],
		['01/03/2026;01/02/2026', ['until_before_since']],
		['-;01/02/2026', ['until_without_since']]
	])('is refused when the dates %s cannot be', (dates, expected) => {
		const [row] = plan(`nis;meedoen_sinds;meedoen_tot\n44021;${dates}`, 'besturen').rows;
		expect(codes(row)).toEqual(expected);
	});
});

describe('A file', () => {
	it.each([
		['with commas', ','],
		['with tabs', '\t']
	])('%s is read', (_, separator) => {
		expect(plan(['slug,naam', 'x-y,"a;b"'].join('\n').replaceAll(',', separator)).rows).toHaveLength(1);
	});
	it('whose lines end in different ways is read line by line', () => {
		const file = 'slug;naam\r\na-a;A\nb-b;"B\nb"\rc-c;C\r\n';
		expect(plan(file).rows.map(({ row, cells }) => [row, cells?.[1]])).toEqual([
			[2, 'A'],
			[3, 'B\nb'],
			[4, 'C']
		]);
	});
	it('that says its own separator, in UTF-16, is read', () => {
		const text = `\uFEFFsep=;\r\nslug;naam\r\n${STATE.desks[0]?.slug};Eén loket\r\n`;
		const file = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
		expect(planImport(file, 'loketten', STATE).rows).toMatchObject([{ content: { name: 'Eén loket' } }]);
	});
	it('may say what it is above its headings, and what it counts below its rows', () => {
		const { rows } = plan(
			'Overzicht van de loketten, versie 2;;;;\n;;;;\nbestuur;naam;straat;postcode;plaats\nGent;A;Straat 1;9000;Gent\nTotaal;;;;1'
		);
		expect(rows).toMatchObject([{ row: 4, outcome: 'new' }]);
	});
	it('names the municipality once, for the place and the government', () => {
		const { rows } = plan('Gemeente;Loket;Straat;Huisnr;Postcode\nGent;A;Straat;1;9000');
		expect(rows).toMatchObject([
			{ outcome: 'new', content: { place: 'Gent', street: 'Straat 1', local_government_id: 'gemeente-gent' } }
		]);
		const both = plan('Gemeente;Plaats;Naam;Straat;Postcode\nGent;Ledeberg;A;Straat 1;9050');
		expect(both.rows).toMatchObject([
			{ content: { place: 'Ledeberg', local_government_id: 'gemeente-gent' } }
		]);
	});
	it('tells why rows are not read, the same thing once', () => {
		const cells = ['soms', 'soms', 'bij droog weer', 'ja'];
		const { causes } = plan(
			`${HEADER};rolstoel\n${cells.map((cell, i) => `Gent;Loket ${i};Straat ${i * 7 + 1};9000;Gent;3,7;51,05;${cell}`).join('\n')}`
		);
		expect(causes).toEqual([
			{
				code: 'bad_wheelchair',
				column: 'rolstoel',
				rows: 3,
				values: [
					{ text: 'soms', rows: 2 },
					{ text: 'bij droog weer', rows: 1 }
				]
			}
		]);
	});
	it('in French names its columns in French, and says which it does not know', () => {
		const file = 'Administration;Nom;Rue;Code postal;Localité;Remarque\nGent;A;Rue 1;9000;Gent;x';
		expect(plan(file)).toMatchObject({ counts: { new: 1 }, ignoredColumns: ['Remarque'] });
	});
	it.each([
		['nothing', new Uint8Array(), ['empty']],
		['spaces', ' \r\n ', ['empty']],
		['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20]), ['spreadsheet']],
		['a PDF', '%PDF-1.7', ['pdf']],
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), ['binary']],
		['a letter', 'Beste\nhierbij', ['one_column']],
		['a header alone', 'slug;naam\n', ['no_rows']],
		['other columns', 'kleur;maat\nrood;L', ['missing_columns']],
		[
			'nothing that can be written',
			'nis;begonnen\n44021;2026-01-01',
			['nothing_to_write', 'begonnen'],
			'besturen'
		],
		['governments', 'nis;meedoen_sinds\n44021;2026-01-01', ['other_kind']],
		['a column twice', 'slug;naam;nom\na;b;c', ['repeated_column', 'naam', 'nom']],
		['a quotation mark that never closes', 'slug;naam\na;b\nc;"d\ne;f', ['open_quote', '3']],
		['lines without end', `slug;naam\na;b${'\n'.repeat(299_999)}`, ['too_many_rows', '300000']],
		['too many rows', `slug;naam\n${'a;b\n'.repeat(20_001)}`, ['too_many_rows', '20001']]
	] as [string, string | Uint8Array, string[], ImportKind?][])(
		'with %s is refused as a whole',
		(_, file, expected, kind) => {
			expect(fileProblem(file, kind)).toEqual(expected);
		}
	);
});
