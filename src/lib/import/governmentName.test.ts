import { describe, expect, it } from 'vitest';
import { readGovernmentName } from './governmentName.ts';

describe('What a file calls a local government', () => {
	it.each([
		['Stad Gent', 'gent', 'gemeente'],
		['gemeentebestuur BEVEREN', 'beveren', 'gemeente'],
		['Gemeente van Sint-Niklaas', 'sint-niklaas', 'gemeente'],
		['Ville de Bruxelles', 'bruxelles', 'gemeente'],
		['Commune d’Ixelles', 'ixelles', 'gemeente'],
		['Administration communale de Jette', 'jette', 'gemeente'],
		['Bruxelles-Ville', 'bruxelles', 'gemeente'],
		['Gent (stad)', 'gent', 'gemeente'],
		['OCMW Gent', 'gent', 'ocmw'],
		['O.C.M.W. Gent', 'gent', 'ocmw'],
		['CPAS de Schaerbeek', 'schaerbeek', 'ocmw'],
		['Lokaal bestuur Pelt', 'pelt', null],
		['Gemeente & OCMW Pelt', 'pelt', null],
		['Stad en OCMW Gent', 'gent', null],
		['Pelt', 'pelt', null]
	] as const)('%s is %s, %s', (text, slug, kind) => {
		expect([readGovernmentName(text).slugs[0], readGovernmentName(text).kind]).toEqual([slug, kind]);
	});
	it('may be short', () => {
		expect(readGovernmentName('St.-Niklaas').slugs).toContain('sint-niklaas');
		expect(readGovernmentName('CPAS St-Gilles').slugs).toContain('saint-gilles');
		expect(readGovernmentName('Berchem-Ste-Agathe').slugs).toContain('berchem-sainte-agathe');
	});
});
