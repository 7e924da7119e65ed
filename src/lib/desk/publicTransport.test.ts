import { expect, it } from 'vitest';
import { LOCALES, PROVINCE_SLUGS } from '$lib/domain/directory/directory';
import { publicTransport } from './publicTransport';

it('names who drives where the desk is, in the reader’s language', () => {
	expect(publicTransport('limburg', 'nl').map(({ name }) => name)).toEqual(['De Lijn', 'NMBS']);
	expect(publicTransport('brussel', 'fr').map(({ name }) => name)).toEqual(['STIB', 'De Lijn', 'SNCB']);
});

it('promises no address that takes a destination along', () => {
	for (const province of PROVINCE_SLUGS)
		for (const locale of LOCALES)
			for (const { href } of publicTransport(province, locale)) expect(href).toMatch(/^https:\/\/[^?#]+$/);
});
