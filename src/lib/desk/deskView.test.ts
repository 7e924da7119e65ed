import { describe, expect, it } from 'vitest';
import { referenceDirectory } from '../../../tests/fixtures/referenceDirectory';
import { indexDirectory } from '$lib/domain/directory/directoryIndex';
import { readablePhoneNumber } from '$lib/domain/text/phoneNumber';
import type { VolunteerDesk } from '$lib/domain/directory/directory';
import { deskView } from './deskView';
import { findDesk } from './findDesk';
import { deskOffice } from './structuredData';
import { exampleDesk } from './desk.fixture';

/** The Monday before Christmas, at ten in Belgium. */
const NOW = new Date('2026-12-21T09:00:00Z');
const SITE = 'https://kaart.example';

function viewOf(more: Partial<VolunteerDesk> = {}, others: VolunteerDesk[] = []) {
	const desk = exampleDesk(more);
	const index = indexDirectory(referenceDirectory({ 'gemeente-gent': '2017-05-01' }, [desk, ...others]));
	const found = findDesk(index, desk.slug);
	if (!found) throw new Error('The desk is not found.');
	return deskView(index, found, 'nl', NOW, readablePhoneNumber);
}
const officeOf = (more: Partial<VolunteerDesk> = {}): Record<string, unknown> => {
	const url = `${SITE}/fr/loketten/vrijwilligersloket-gent`;
	const data = deskOffice(viewOf(more), SITE, url, `${SITE}/fr/besturen/gent`) as { '@graph': object[] };
	return { ...data['@graph'][0] };
};

describe('the page of a desk', () => {
	it('is only there for a desk that is in the directory', () => {
		const index = indexDirectory(referenceDirectory({}, [exampleDesk()]));
		expect(findDesk(index, 'vrijwilligersloket-gent')?.owner.slug).toBe('gemeente-gent');
		expect(findDesk(index, 'vrijwilligersloket-nergens')).toBeUndefined();
	});

	it('tells whose it is, how to call it and whether it is open at that moment', () => {
		expect(viewOf()).toMatchObject({
			owner: { kind: 'gemeente' },
			municipality: { slug: 'gent', name: 'Gent' },
			phoneText: '09\u00A0210\u00A010\u00A010',
			state: { kind: 'open' },
			hours: [expect.stringContaining('9 tot 12\u00A0uur'), expect.any(String)]
		});
	});

	it('names the nearest other desks, and not itself', () => {
		const others = [
			exampleDesk({ id: 'b', slug: 'ver', lat: 51.2 }),
			exampleDesk({ id: 'a', slug: 'dichtbij', lat: 51.06 }),
			exampleDesk({ id: 'c', slug: 'verder', lat: 51.3 }),
			exampleDesk({ id: 'd', slug: 'verst', lat: 51.4 })
		];
		const { nearby } = viewOf({}, others);
		expect(nearby.map(({ slug }) => slug)).toEqual(['dichtbij', 'ver', 'verder']);
		expect(nearby[0]?.kilometres).toBe('1,1');
	});

	it('knows no hours it was not told', () => {
		expect(viewOf({ openingHours: null })).toMatchObject({
			hours: null,
			days: [],
			state: { kind: 'unknown' }
		});
	});
});

describe('what search engines read of a desk', () => {
	it('is the same desk in every language', () => {
		expect(officeOf()).toMatchObject({
			'@id': `${SITE}/loketten/vrijwilligersloket-gent#loket`,
			parentOrganization: { '@id': `${SITE}/besturen/gent#gemeente` },
			url: `${SITE}/fr/loketten/vrijwilligersloket-gent`
		});
	});

	it('has the hours of its week, and the holidays as they are', () => {
		const { openingHoursSpecification, specialOpeningHoursSpecification } = officeOf();
		expect(openingHoursSpecification).toMatchObject([
			{ dayOfWeek: expect.arrayContaining(['https://schema.org/Monday']), opens: '09:00', closes: '12:00' }
		]);
		expect(specialOpeningHoursSpecification).toContainEqual({
			'@type': 'OpeningHoursSpecification',
			validFrom: '2026-12-25',
			validThrough: '2026-12-27',
			opens: '00:00',
			closes: '00:00'
		});
	});

	it('has no hours where they are unknown, and no point that nobody has set', () => {
		const office = officeOf({ openingHours: null, locationApproximate: true });
		expect(office).not.toHaveProperty('openingHoursSpecification');
		expect(office).not.toHaveProperty('geo');
	});
});
