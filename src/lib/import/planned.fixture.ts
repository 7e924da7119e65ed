/** Files as tests write them, planned against the directory with its example. */
import { importState } from '../../../tests/fixtures/importState.ts';
import { isIn, municipalityAt } from '$lib/directory/municipalityAt.server';
import { isLeftOut, type ImportKind, type PlannedRow } from './importPlan.ts';
import { planImport } from './planImport.server.ts';

export const STATE = importState({ municipalityAt, isIn });
export const bytes = (text: string) => new TextEncoder().encode(text);
export const plan = (text: string, kind: ImportKind = 'loketten') => planImport(bytes(text), kind, STATE);

export const HEADER = 'bestuur;naam;straat;postcode;plaats;lengtegraad;breedtegraad';
export const GENT = 'gemeente-gent;Loket Brugse Poort;Bevrijdingslaan 12;9000;Gent;3,7004;51,0589';
/** A desk that is not there yet, with more columns. */
export const one = (columns: string, cells: string, base = GENT): PlannedRow => {
	const [row] = plan(`${HEADER};${columns}\n${base};${cells}`).rows;
	if (!row) throw new Error('No row.');
	return row;
};
export const codes = (row: PlannedRow | undefined) => row?.problems.map(({ code }) => code);
export const leftOut = (row: PlannedRow | undefined) => row?.warnings.filter(isLeftOut);
export const warned = (row: PlannedRow | undefined) => row?.warnings.map(({ code }) => code);
