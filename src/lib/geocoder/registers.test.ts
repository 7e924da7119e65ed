import { expect, it } from 'vitest';
import { registerHosts } from './registers.server';

const FLANDERS = { GEOCODER_FLANDERS_URL: 'https://adressen.example/geolocation/v4' };
const BRUSSELS = { GEOCODER_BRUSSELS_URL: ' https://best.example/api/v2 ' };

it('names each register that is asked, and none that is not', () => {
	expect(registerHosts({})).toEqual([]);
	expect(registerHosts({ GEOCODER_FLANDERS_URL: ' ' })).toEqual([]);
	expect(registerHosts(FLANDERS)).toEqual(['adressen.example']);
	expect(registerHosts(BRUSSELS)).toEqual(['best.example']);
	expect(registerHosts({ ...FLANDERS, ...BRUSSELS })).toEqual(['adressen.example', 'best.example']);
});

it('names a server once, also where it is both', () => {
	const both = { ...FLANDERS, GEOCODER_BRUSSELS_URL: 'https://adressen.example/best' };
	expect(registerHosts(both)).toEqual(['adressen.example']);
});
