import { expect, test } from 'vitest';
import { landmarks } from '../landmarks';
import { surroundingsOf } from './surroundings.server';

const near = async (lon: number, lat: number) => landmarks(await surroundingsOf({ lon, lat }));

test('what is near a place is its nearest station, main road and water', async () => {
	expect(await near(3.53, 50.985)).toEqual(['station Deinze', 'de N35', 'de Leie']);
	expect(await near(3.2247, 51.2089)).toEqual(['station Brugge', 'de R30', 'het Kanaal Gent-Brugge']);
	expect(await near(2.92, 51.23)).toEqual(['station Oostende', 'de N34', 'de zee']);
});

test('the distances are those on the ground', async () => {
	// The station itself, and the river some way north of it.
	const { station, water } = await surroundingsOf({ lon: 3.7106, lat: 51.0359 });
	expect(station?.name).toBe('Gent-Sint-Pieters');
	expect(station?.metres).toBeLessThan(100);
	expect(water?.metres).toBeGreaterThan(300);
	expect(water?.metres).toBeLessThan(1_500);
	const [, , said] = landmarks(await surroundingsOf({ lon: 3.53, lat: 50.985 }), (metres) => `${metres} m`);
	expect(said).toMatch(/^de Leie \(2\d\d m\)$/);
});

test('nothing is called near that is not', async () => {
	expect(await surroundingsOf({ lon: 5.8, lat: 50.75 })).toMatchObject({ road: null, water: null });
	expect(landmarks({ station: null, road: null, water: null })).toEqual([]);
	expect(await near(-20, 20)).toEqual([]);
});
