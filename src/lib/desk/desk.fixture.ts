import { deskOf } from '../../../tests/fixtures/referenceDirectory';
import type { VolunteerDesk } from '$lib/domain/directory/directory';

/** A desk that knows everything about itself. For tests. */
export const exampleDesk = (more: Partial<VolunteerDesk> = {}): VolunteerDesk =>
	deskOf('gemeente-gent', {
		id: '0b0e7a3e-5b1f-4a7e-9d55-111111111111',
		slug: 'vrijwilligersloket-gent',
		name: 'Vrijwilligersloket Gent',
		street: 'Kouter 1',
		phone: '+3292101010',
		email: 'loket@gent.example',
		website: 'https://gent.example/',
		openingHours: 'Mo-Fr 09:00-12:00; PH off',
		languages: ['nl', 'fr'],
		wheelchair: 'yes',
		verifiedAt: '2026-03-03T10:00:00.000Z',
		updatedAt: '2026-03-03T10:00:00.000Z',
		...more
	});
