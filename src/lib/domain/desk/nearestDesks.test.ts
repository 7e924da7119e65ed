import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metresBetween, nearestDesks } from './nearestDesks.ts';

const ghent = { id: 'gent', lon: 3.7219, lat: 51.0538 };
const brussels = { id: 'brussel', lon: 4.3517, lat: 50.8467 };
const antwerp = { id: 'antwerpen', lon: 4.4009, lat: 51.2211 };

describe('nearestDesks', () => {
	it('gives the nearest desk first, with its distance in whole metres', () => {
		const found = nearestDesks([antwerp, brussels, ghent])({ lon: 3.75, lat: 51.05, limit: 2 });
		expect(found.map(({ desk }) => desk.id)).toEqual(['gent', 'brussel']);
		expect(found[0]?.distanceMetres).toBe(metresBetween({ lon: 3.75, lat: 51.05 }, ghent));
	});

	it('is zero metres from a desk itself', () => {
		expect(nearestDesks([ghent])({ ...ghent, limit: 1 })[0]?.distanceMetres).toBe(0);
	});

	it('agrees with the known distance from Brussels to Antwerp', () => {
		expect(metresBetween(brussels, antwerp)).toBeGreaterThan(41_700);
		expect(metresBetween(brussels, antwerp)).toBeLessThan(41_900);
	});

	it('answers an empty list when there are no desks', () => {
		expect(nearestDesks([])({ lon: 4, lat: 51, limit: 5 })).toEqual([]);
	});

	it('counts only the desks that are asked for', () => {
		const found = nearestDesks([antwerp, brussels, ghent])({
			lon: 3.75,
			lat: 51.05,
			limit: 1,
			where: (desk) => desk.id !== 'gent'
		});
		expect(found.map(({ desk }) => desk.id)).toEqual(['brussel']);
	});

	it('finds exactly what measuring every desk finds', () => {
		const coordinate = fc.record({
			lon: fc.double({ min: 2.3, max: 6.6, noNaN: true }),
			lat: fc.double({ min: 49.4, max: 51.7, noNaN: true })
		});
		fc.assert(
			fc.property(
				fc.array(coordinate, { maxLength: 300 }),
				coordinate,
				fc.integer({ min: 1, max: 20 }),
				(desks, from, limit) => {
					const measured = desks.map((desk) => metresBetween(from, desk)).sort((a, b) => a - b);
					const found = nearestDesks(desks)({ ...from, limit });
					expect(found.map((hit) => hit.distanceMetres)).toEqual(measured.slice(0, limit));
					for (const { desk, distanceMetres } of found)
						expect(distanceMetres).toBe(metresBetween(from, desk));
				}
			),
			{ seed: 2026, numRuns: 200 }
		);
	});
});
