import { expect, it } from 'vitest';
import { COLLEAGUES_ROWS, colleaguesFile } from '../../../tests/fixtures/colleaguesFile.ts';
import { importState } from '../../../tests/fixtures/importState.ts';
import { isIn, municipalityAt } from '$lib/directory/municipalityAt.server';
import { planImport } from './planImport.server.ts';

const STATE = { ...importState({ municipalityAt, isIn }), desks: [] };
const { rows, counts, causes } = planImport(colleaguesFile(STATE), 'loketten', STATE);

it('of 305 rows as colleagues write them 85 in 100 arrive with a name, an address, a government and a contact', () => {
	expect(rows).toHaveLength(COLLEAGUES_ROWS);
	const arrived = rows.filter(({ outcome, content }) => {
		const { name, street, postcode, place, local_government_id, phone, email, website } = content ?? {};
		const isWhole = [name, street, postcode, place, local_government_id].every(Boolean);
		return outcome === 'new' && isWhole && Boolean(phone ?? email ?? website);
	});
	expect(arrived.length / COLLEAGUES_ROWS).toBeGreaterThanOrEqual(0.85);
});
it('what does not arrive says why, and what arrives in part says what is left out', () => {
	for (const { outcome, problems } of rows) expect(problems.length > 0).toBe(outcome === 'refused');
	expect(counts.incomplete).toBeGreaterThan(0);
	expect(causes.map(({ rows }) => rows)).toEqual(causes.map(({ rows }) => rows).toSorted((a, b) => b - a));
	expect(causes.flatMap(({ values }) => values.map(({ text }) => text))).toEqual(
		expect.arrayContaining([
			'via het formulier',
			'nog te bekijken',
			'Intercommunale Zuid',
			'vooral Nederlands'
		])
	);
});
