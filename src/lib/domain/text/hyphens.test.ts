import { expect, it } from 'vitest';
import { withHyphens } from './hyphens.ts';

it.each([
	['Vrijwilligersloket Gent', 'Vrijwilligers\u00ADloket Gent'],
	['Vind een vrijwilligersloket', 'Vind een vrijwilligers\u00ADloket'],
	['Vrijwilligers Gent', 'Vrijwilligers Gent'],
	['Vrijwilligerspunt Sint-Gillis', 'Vrijwilligers\u00ADpunt Sint-Gillis'],
	['Guichet du volontariat', 'Guichet du volontariat']
])('%s may break between its words', (text, expected) => {
	expect(withHyphens(text)).toBe(expected);
});
