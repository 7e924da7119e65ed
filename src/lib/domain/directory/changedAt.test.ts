import { expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { deskChangedAt, municipalityChangedAt } from './changedAt.ts';

const desk = deskOf('gemeente-gent', {
	updatedAt: '2026-03-01T08:00:00.000Z',
	verifiedAt: '2026-05-01T08:00:00.000Z'
});
const index = referenceIndex({ 'gemeente-gent': '2024-01-01' }, [desk]);

it('is of the page itself, whatever changed elsewhere', () => {
	expect(deskChangedAt(index, desk)).toBe('2026-05-01T08:00:00.000Z');
	const of = (slug: string) => {
		const entry = index.bySlug.get(slug);
		return entry && municipalityChangedAt(entry);
	};
	expect(of('gent')).toBe('2026-05-01T08:00:00.000Z');
	expect(of('brugge')).toBe('2026-01-01T00:00:00.000Z');
});
