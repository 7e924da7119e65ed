import distance from '@turf/distance';
import { describe, expect, it } from 'vitest';
import { fromLambert72 } from './lambert72.ts';

const degrees = (whole: number, minutes: number, seconds: number) => whole + minutes / 60 + seconds / 3600;

describe('coordinates of Belgian registers', () => {
	it.each([
		// The Flemish geolocation service gives both systems for an address: Krijgsbaan 150, Antwerpen.
		['Antwerpen', [158788, 211982], [4.49453430920374, 51.217719624709794]],
		// BD72 51° N 2°30' E in Lambert 72, and what the converter of the National Geographic Institute makes of that point
		// (proj mailing list, 25 January 2010).
		['the west of Belgium', [18918.209, 189341.528], [degrees(2, 30, 4.37266), degrees(50, 59, 58.09273)]]
	] as const)('become degrees within a metre: %s', (_, [x, y], expected) => {
		expect(distance([...fromLambert72(x, y)], [...expected], { units: 'meters' })).toBeLessThan(1);
	});
});
