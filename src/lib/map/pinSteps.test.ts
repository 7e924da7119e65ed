import { distance } from '@turf/distance';
import { describe, expect, test } from 'vitest';
import { DIRECTIONS, directionOf, stepped } from './pinSteps';

const GENT = { lon: 3.717424, lat: 51.054342 };

describe('a pin that is moved by keyboard', () => {
	test.each(DIRECTIONS)('goes ten metres %s, or a hundred', (direction) => {
		const short = stepped(GENT, direction, false);
		const long = stepped(GENT, direction, true);
		const metres = (to: typeof GENT) => distance([GENT.lon, GENT.lat], [to.lon, to.lat], { units: 'meters' });
		expect(metres(short)).toBeGreaterThan(9.8);
		expect(metres(short)).toBeLessThan(10.2);
		expect(metres(long)).toBeGreaterThan(99);
		expect(metres(long)).toBeLessThan(101);
	});

	test('goes the way of the arrow, and comes back', () => {
		expect(stepped(GENT, 'north', false).lat).toBeGreaterThan(GENT.lat);
		expect(stepped(GENT, 'west', false).lon).toBeLessThan(GENT.lon);
		expect(stepped(stepped(GENT, 'east', true), 'west', true)).toEqual(GENT);
		expect(directionOf('ArrowDown')).toBe('south');
		expect(directionOf('Tab')).toBeNull();
	});
});
