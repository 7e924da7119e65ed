import { describe, expect, it } from 'vitest';
import { isIn } from '$lib/directory/municipalityAt.server';
import { STATE, plan, HEADER, GENT, one, codes, leftOut, warned } from './planned.fixture.ts';
import { remarkSentence } from './remarkSentence.ts';

describe('A row about a desk', () => {
	it('that is not there yet is new, with what it says', () => {
		const row = one(
			'telefoon;website;openingsuren;talen;rolstoel;gepubliceerd',
			'92 10 00 00;www.gent.be;Mo-Fr 09:00-12:00;Nederlands, Frans;beperkt;x'
		);
		expect(row).toMatchObject({ outcome: 'new', problems: [], warnings: [] });
		expect(row.content).toMatchObject({
			slug: 'loket-brugse-poort-gent',
			local_government_id: 'gemeente-gent',
			lon: 3.7004,
			lat: 51.0589,
			website: 'https://www.gent.be',
			opening_hours: 'Mo-Fr 09:00-12:00',
			languages: ['nl', 'fr'],
			wheelchair: 'limited',
			published: true
		});
	});
	it.each(['09 266 90 00', '+32 9 266 90 00', '0032 9 266 90 00', '92669000', '3292669000', "'+3292669000"])(
		'has a phone number in any notation: %s',
		(phone) => {
			expect(one('telefoon', phone).content).toMatchObject({ phone: '+3292669000' });
		}
	);
	it('without coordinates gets the point of the municipality, marked as approximate', () => {
		const [row] = plan('nis;naam;straat;postcode;plaats\n44021;Loket X;Straat 1;9 000;Gent').rows;
		expect(row).toMatchObject({
			outcome: 'new',
			content: { postcode: '9000', location_approximate: true },
			warnings: [{ code: 'approximate', values: ['Gent'] }]
		});
	});
	it('changes field by field, an empty cell keeps and a dash empties', () => {
		const desk = STATE.desks.find(({ email, phone }) => email && phone);
		const [row] = plan(
			`slug;naam;telefoon;email;website\n${desk?.slug};Nieuwe naam;-;;${desk?.website ?? ''}`
		).rows;
		expect(row).toMatchObject({
			outcome: 'changed',
			subjectId: desk?.id,
			content: { name: 'Nieuwe naam', phone: null },
			seen: { name: desk?.name, phone: desk?.phone }
		});
		expect(row?.changes.map(({ column, to }) => [column, to])).toEqual([
			['naam', 'Nieuwe naam'],
			['telefoon', '']
		]);
	});
	it.each([
		['ma-vr 9u-12u', 'Mo-Fr 09:00-12:00'],
		['ma,di,do 9:00-12:00', 'Mo,Tu,Th 09:00-12:00'],
		['ma 9-12, di 13.30-16.30, wo gesloten', 'Mo 09:00-12:00; Tu 13:30-16:30; We off'],
		['lu,sa 09:00-12:00', 'Mo,Sa 09:00-12:00'],
		['lundi-vendredi 9h00-12h00', 'Mo-Fr 09:00-12:00'],
		['maandag t.e.m. vrijdag van 9 tot 12 uur', 'Mo-Fr 09:00-12:00'],
		['op afspraak', '"op afspraak"'],
		// Each line of the cell is a rule.
		['"maandag 9u-12u\nwoensdag 13u-16u"', 'Mo 09:00-12:00; We 13:00-16:00']
	])('has its hours as people write them: %s', (cell, opening_hours) => {
		expect(one('openingsuren', cell).content).toMatchObject({ opening_hours });
	});
	it('has hours that are not read as other days than its writer meant', () => {
		const [problem] = leftOut(one('openingsuren', 'di 9:00-12:00')) ?? [];
		expect(problem?.values).toEqual(['two', 'di 9:00-12:00', 'Tu 09:00-12:00', 'Su 09:00-12:00']);
		expect(problem && remarkSentence(problem)).toBe(
			'openingsuren: Dit kan op twee manieren gelezen worden: “di 9:00-12:00”. Is het: dinsdag: 9 tot 12\u00A0uur? ' +
				'Of: zondag: 9 tot 12\u00A0uur? Schrijf het voluit'
		);
	});
	it('is told where hours cannot be read, in all of the cell and in the language of who reads it', () => {
		const [problem] = leftOut(one('openingsuren', 'ma-vr 9-12u tenzij het regent')) ?? [];
		expect(problem && remarkSentence(problem)).toContain('“ma-vr 9-12u →tenzij← het regent”');
		expect(problem && remarkSentence(problem)).toContain('Schrijf bijvoorbeeld: ma-vr 9u-12u');
	});
	it.each([
		['openingsuren', 'Mo-Fr 09:00-12:00 PH off', 'bad_hours'],
		['openingsuren', 'Mo-Fr 13:00-12:00', 'bad_hours'],
		['openingsuren', 'mar 9:00-12:00', 'bad_hours'],
		['openingsuren', 'Mo 09:00-25:00', 'bad_hours'],
		['openingsuren', 'Mo 09:00-12:00,11:00-13:00', 'bad_hours'],
		['telefoon', '12', 'bad_phone'],
		['telefoon', '3,292E+10', 'bad_phone'],
		['website', 'javascript:alert(1)', 'bad_website'],
		['email', 'geen adres', 'bad_email'],
		['talen', 'Klingoons', 'bad_language'],
		['gepubliceerd', 'misschien', 'bad_boolean'],
		['rolstoel', 'soms', 'bad_wheelchair']
	])('goes on without what cannot be read, and says so, when %s is %s', (column, cell, code) => {
		const row = one(column, cell);
		expect([row.outcome, row.isIncomplete, codes(row)]).toEqual(['new', true, []]);
		expect(leftOut(row)).toMatchObject([{ code, column }]);
		expect(Object.keys(row.content ?? {})).toEqual(Object.keys(one('opmerking', '').content ?? {}));
	});
	it('that would change nothing but what cannot be read is refused', () => {
		const [row] = plan(`slug;telefoon\n${STATE.desks[0]?.slug};12`).rows;
		expect([row?.outcome, codes(row)]).toEqual(['refused', ['bad_phone']]);
	});
	it('tells all that is wrong with it at once', () => {
		expect(codes(plan(`${HEADER};telefoon\nNergens;Loket;Straat 1;negen;Gent;3,7;51,05;12`).rows[0])).toEqual(
			['unknown_government', 'bad_postcode', 'bad_phone']
		);
	});
	it.each([
		['slug', 'Geen Slug', 'bad_slug'],
		['slug', 'nakijken', 'bad_slug'],
		['id', 'bestaat-niet', 'unknown_id'],
		['kbo', '0123456789', 'unknown_government'],
		['nis', '11002', 'keys_disagree'],
		['soort', 'provincie', 'bad_kind'],
		['extra', 'a;b', 'too_many_cells']
	])('is refused with its reason when %s is %s', (column, cell, code) => {
		const row = one(column, cell);
		expect([row.outcome, codes(row)]).toEqual(['refused', [code]]);
	});
	it.each([
		['in the sea', '2,6;51,3', 'outside_belgium'],
		['in France', '2,35;48,85', 'outside_belgium'],
		['the wrong way round', '51,05;3,72', 'swapped_point'],
		['half told', ';51,05', 'half_point'],
		['no numbers', 'oost;51,05', 'bad_number']
	])('goes on without its point, and has that of the municipality, when it is %s', (_, point, code) => {
		const [row] = plan(`${HEADER}\ngemeente-gent;Loket;Straat 1;9000;Gent;${point}`).rows;
		expect(leftOut(row)?.map((remark) => remark.code)).toEqual([code]);
		expect(row).toMatchObject({ outcome: 'new', content: { location_approximate: true } });
		expect(isIn('44021', [Number(row?.content?.lon), Number(row?.content?.lat)])).toBe(true);
	});
	it('keeps its point when the file has a wrong one', () => {
		const desk = STATE.desks.find(({ location_approximate }) => !location_approximate);
		const [row] = plan(`slug;naam;lon;lat\n${desk?.slug};Nieuwe naam;48,85;2,35`).rows;
		expect(row).toMatchObject({ outcome: 'changed', content: { name: 'Nieuwe naam' } });
		expect(row?.content).not.toHaveProperty('lon');
	});
	it.each([
		['Lambert 72', '104412,3;193117,3', 4],
		// The second plane lies half a million metres from the first, but for some metres.
		['Lambert 2008', '604410,3;693119,3', 3]
	])('has a point in %s', (_, point, digits) => {
		const [row] = plan(`${HEADER}\ngemeente-gent;Loket;Straat 1;9000;Gent;${point}`).rows;
		// Of the National Geographic Institute: 3.71867, 51.04643.
		expect(Number(row?.content?.lon)).toBeCloseTo(3.71867, digits);
		expect(Number(row?.content?.lat)).toBeCloseTo(51.04643, digits);
	});
	it.each([
		['2000;Gent', ['other_postcode'], ['2000', 'Antwerpen', 'Gent']],
		['9999;Gent', ['unknown_postcode'], ['9999']],
		['9000;Antwerpen', ['other_place'], ['9000', 'Antwerpen']],
		['9050;Ledeberg', [], undefined],
		['9000;Gand', [], undefined]
	])('is held against its postcode and place: %s', (place, expected, values) => {
		const [row] = plan(`bestuur;naam;straat;postcode;plaats\nGent;Loket Q;Straat 1;${place}`).rows;
		const said = row?.warnings.filter(({ code }) => code !== 'approximate');
		expect(said?.map(({ code }) => code)).toEqual(expected);
		expect(said?.[0]?.values).toEqual(values);
	});
	it.each([
		['tel. 09 266 90 00', { phone: '+3292669000' }, []],
		['09 266 90 00 of 0470 12 34 56', { phone: '+3292669000' }, ['first_of_several']]
	])('has the first of several phone numbers: %s', (cell, content, expected) => {
		const row = one('telefoon', cell);
		expect(row.content).toMatchObject(content);
		expect(warned(row)).toEqual(expected);
	});
	it.each([
		['email', '"a@gent.example; b@gent.example"', { email: 'a@gent.example' }, ['first_of_several']],
		['email', 'Loket Gent <loket@gent.example>', { email: 'loket@gent.example' }, []],
		['website', 'www.gent.be of www.stad.gent', { website: 'https://www.gent.be' }, ['first_of_several']],
		['rolstoel', 'gedeeltelijk', { wheelchair: 'limited' }, []],
		['talen', 'Nederlands en Frans', { languages: ['nl', 'fr'] }, []],
		['talen', 'Nederlands, Russisch', { languages: ['nl', 'ru'] }, []],
		['talen', 'néerlandais, roumain et portugais', { languages: ['nl', 'ro', 'pt'] }, []],
		['talen', 'nl fr en', { languages: ['nl', 'fr', 'en'] }, []]
	])('is read as people write it: %s, %s', (column, cell, content, expected) => {
		const row = one(column, cell);
		expect(row.content).toMatchObject(content);
		expect(warned(row)).toEqual(expected);
	});
	it.each(['n.v.t.', 'geen', '/', '?', 'aucun'])('says nothing where it says %s', (cell) => {
		const row = one('telefoon;email;website;openingsuren;rolstoel', Array(5).fill(cell).join(';'));
		expect([row.outcome, row.warnings]).toEqual(['new', []]);
		expect(row.content).toEqual(one('opmerking', '').content);
	});
	it('has its number and box in columns of their own', () => {
		const street = (header: string, cells: string) =>
			plan(`bestuur;naam;postcode;plaats;${header}\nGent;Loket Q;9000;Gent;${cells}`).rows.map(
				({ content }) => content?.street
			);
		expect(street('straat;huisnummer;busnummer', 'Kerkstraat;12;3')).toEqual(['Kerkstraat 12 bus 3']);
		expect(street('straatnaam;huisnr;bus', 'Kerkstraat;12A;')).toEqual(['Kerkstraat 12A']);
		expect(street('Nom de la voie (FR);numéro;boîtes', 'Rue Haute;12;bte 3')).toEqual(['Rue Haute 12 bte 3']);
		expect(street('straat;nr', 'Kerkstraat 12;12')).toEqual(['Kerkstraat 12']);
		expect(street('Straat + nr', 'Kerkstraat 12')).toEqual(['Kerkstraat 12']);
	});
	it('of the same street with another number is another desk', () => {
		const { counts } = plan(
			'bestuur;naam;postcode;plaats;straat;huisnummer\nGent;Loket;9000;Gent;Kerkstraat;12\nGent;Loket;9000;Gent;Kerkstraat;148'
		);
		expect(counts.new).toBe(2);
	});
	it.each([
		['Stad Gent', 'gemeente-gent'],
		['OCMW Gent', 'ocmw-gent'],
		['Lokaal bestuur Gent', 'gemeente-gent'],
		['gemeentebestuur SINT-NIKLAAS', 'gemeente-sint-niklaas'],
		['St.-Niklaas', 'gemeente-sint-niklaas'],
		['Ville de Bruxelles', 'gemeente-brussel'],
		['CPAS Schaerbeek', 'ocmw-schaarbeek'],
		['Commune de Saint-Gilles', 'gemeente-sint-gillis'],
		['Berchem-Ste-Agathe', 'gemeente-sint-agatha-berchem']
	])('belongs to the government that is meant: %s', (text, id) => {
		const [row] = plan(`bestuur;naam;straat;postcode;plaats\n${text};Loket Q;Straat 1;9000;Gent`).rows;
		expect(row?.content).toMatchObject({ local_government_id: id });
	});
	it.each([
		['Kruishoutem', 'gemeente-kruisem', 'Gemeente Kruisem'],
		['OCMW Zwijndrecht', 'ocmw-beveren-kruibeke-zwijndrecht', 'OCMW Beveren-Kruibeke-Zwijndrecht']
	])('of a municipality that is no more belongs to its successor, and says so: %s', (text, id, name) => {
		const [row] = plan(`bestuur;naam;straat;postcode;plaats\n${text};Loket Q;Straat 1;9770;Kruisem`).rows;
		expect(row?.content).toMatchObject({ local_government_id: id });
		expect(row?.warnings).toContainEqual({ code: 'former_government', values: [text, name] });
	});
	it('without a government has that of the row above it, as merged cells leave it', () => {
		const { rows } = plan(
			'bestuur;naam;straat;postcode;plaats\nGent;A;Straat 1;9000;Gent\n;B;Laan 9;9000;Gent\n\n;C;Weg 3;9000;Gent'
		);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'refused']);
		expect(rows[1]?.warnings).toContainEqual({ code: 'same_as_above', values: ['Gent'] });
		expect(codes(rows[2])).toEqual(['no_government']);
	});
	it('in another municipality is warned about, with both names', () => {
		const [row] = plan(`${HEADER}\ngemeente-gent;Loket;Straat 1;9000;Gent;4,4025;51,2194`).rows;
		expect(row?.warnings).toContainEqual({ code: 'other_municipality', values: ['Antwerpen', 'Gent'] });
	});
	it('that is likely there already waits for a choice, with what would change', () => {
		const desk = STATE.desks.find(({ local_government_id }) => local_government_id === 'gemeente-gent');
		const [row] = plan(
			`bestuur;naam;straat;postcode;plaats;nieuw\ngemeente-gent;Iets anders;${desk?.street};${desk?.postcode};Gent;\n`
		).rows;
		expect(row).toMatchObject({ outcome: 'likely_duplicate', subjectId: desk?.id });
		const [unread] = plan(
			`bestuur;naam;straat;postcode;plaats;telefoon\ngemeente-gent;Iets anders;${desk?.street};${desk?.postcode};Gent;12\n`
		).rows;
		expect([unread?.outcome, leftOut(unread)?.map(({ code }) => code)]).toEqual([
			'likely_duplicate',
			['bad_phone']
		]);
		const [fresh] = plan(
			`bestuur;naam;straat;postcode;plaats;nieuw\ngemeente-gent;Iets anders;${desk?.street};${desk?.postcode};Gent;ja\n`
		).rows;
		expect(fresh?.outcome).toBe('new');
	});
	it('that stands twice in the file is refused the second time, with the first row', () => {
		const slug = STATE.desks[0]?.slug;
		const { rows } = plan(`slug;naam\n${slug};A\n${slug};B`);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['changed', 'refused']);
		expect(rows[1]?.problems).toEqual([{ code: 'repeated', values: ['2'] }]);
		expect(codes(plan(`${HEADER}\n${GENT}\n${GENT}`).rows[1])).toEqual(['likely_repeated']);
	});
	it('that is broken in a file of 10,000 is named by its number', () => {
		const lines = Array.from(
			{ length: 10_000 },
			(_, i) =>
				`gemeente-gent;Wijkloket ${i};Straat ${i + 1};${i === 4_315 ? 'negen' : '9000'};Gent;3,72;51,05`
		);
		const { rows, counts } = plan([HEADER, ...lines].join('\n'));
		expect(counts).toMatchObject({ new: 9_999, refused: 1 });
		expect(rows.find(({ outcome }) => outcome === 'refused')).toMatchObject({
			row: 4_317,
			problems: [{ code: 'bad_postcode', column: 'postcode', values: ['negen'] }]
		});
	});
});
