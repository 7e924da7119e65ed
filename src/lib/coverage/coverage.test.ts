import { expect, it } from 'vitest';
import { findWhiteSpots, whiteSpots } from '$lib/domain/colleague/coverage';
import { deskOf, referenceIndex } from '../../../tests/fixtures/referenceDirectory.ts';
import { coverageCsv } from './coverage.server';

it('the file of the white spots has a row a municipality, and nothing that a spreadsheet runs', () => {
	const index = referenceIndex({ 'gemeente-gent': '2018-03-01' }, [
		deskOf('gemeente-gent', { name: '=1+1', verifiedAt: null })
	]);
	const spots = whiteSpots(index, [{ nisCode: '44021', topic: 'werven', offeredInProvince: 0 }]);
	const { found } = findWhiteSpots(spots, { mist: 'thema', provincie: [] }, 'nl');
	const name = { nl: 'Vrijwilligers werven', fr: 'Recruter', en: 'Recruiting' };
	const [head, row, end] = coverageCsv(found, [{ id: '1', slug: 'werven', name }]).split('\r\n');
	expect(head).toBe(
		'\ufeffnis_code;gemeente;provincie;inwoners;doet_mee;loketten;niet_bevestigde_loketten;gezocht_zonder_aanbod'
	);
	expect(row).toMatch(/^44021;Gent;oost-vlaanderen;\d+;ja;1;'=1\+1;Vrijwilligers werven$/);
	expect(end).toBe('');
});
