import { describe, expect, it } from 'vitest';
import { referenceIndex } from '../../../tests/fixtures/referenceDirectory.ts';
import { isIn, municipalityAt, pinWarning } from './municipalityAt.server';

describe('the municipality of a point', () => {
	it('is that of the centre of every municipality there is', () => {
		for (const { municipality } of referenceIndex().entries) {
			expect(municipalityAt(municipality.lon, municipality.lat)).toBe(municipality.nisCode);
		}
	});
	it.each([
		['the North Sea', 2.6, 51.3],
		['Wallonia', 4.87, 50.46],
		['the Netherlands', 5.12, 52.09],
		['the other side of the world', -170, -45],
		['nowhere', NaN, NaN]
	])('is none in %s', (_, lon, lat) => {
		expect(municipalityAt(lon, lat)).toBeNull();
	});
});

describe('the pin of a desk', () => {
	const gent = { lon: 3.7174, lat: 51.0543 };
	it('is fine in its own municipality', () => {
		expect(pinWarning(gent, '44021')).toBeNull();
	});
	it('in another municipality is warned about, with the name to say', () => {
		expect(pinWarning(gent, '31005')).toEqual({ kind: 'otherMunicipality', nisCode: '44021' });
	});
	it('in the sea is warned about', () => {
		expect(pinWarning({ lon: 2.6, lat: 51.3 }, '31005')).toEqual({ kind: 'outside' });
	});
	it('just across the border of its municipality is let be', () => {
		// Walks north from the centre of Gent to the first step outside it.
		let lat = gent.lat;
		while (municipalityAt(gent.lon, lat) === '44021') lat += 0.00005;
		expect(isIn('44021', [gent.lon, lat])).toBe(true);
		expect(isIn('44021', [gent.lon, lat + 0.002])).toBe(false);
	});
});
