import { describe, expect, it } from 'vitest';
import { deskOf, referenceIndex } from '../../../tests/fixtures/referenceDirectory';
import { atomFeed } from '../base/http/atom.server';
import { changeEntry } from './changeFeed.server';
import { recentChanges } from './recentChanges';

const desk = (slug: string, updatedAt: string, verifiedAt: string | null) =>
	deskOf('gemeente-gent', { id: slug, slug, name: `Loket ${slug}`, updatedAt, verifiedAt });

const index = referenceIndex({ 'gemeente-gent': '2026-02-10', 'ocmw-aalst': '2019-01-01' }, [
	desk('old', '2025-01-01T00:00:00Z', null),
	// To publish is to check: the same moment is a change.
	desk('changed', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z'),
	desk('checked', '2025-06-01T00:00:00Z', '2026-04-01T08:00:00Z')
]);

describe('what changed last', () => {
	it('is of each desk and government the last that happened, the newest first', () => {
		expect(recentChanges(index, 'nl').map(({ id, what, at }) => [id, what, at])).toEqual([
			['checked', 'checked', '2026-04-01T08:00:00Z'],
			['changed', 'changed', '2026-03-01T10:00:00Z'],
			['gemeente-gent', 'joined', '2026-02-10T00:00:00Z'],
			['old', 'changed', '2025-01-01T00:00:00Z'],
			['ocmw-aalst', 'joined', '2019-01-01T00:00:00Z']
		]);
	});

	it('says where in the reader’s language, and stops somewhere', () => {
		expect(recentChanges(index, 'fr', 1)).toMatchObject([
			{ name: 'Loket checked', municipality: 'Gand', path: '/loketten/checked' },
			{ what: 'joined', municipality: 'Gand', path: '/besturen/gent' }
		]);
	});

	it('is a feed in which each change is an entry of its own', () => {
		const changes = recentChanges(index, 'nl');
		const feed = atomFeed({
			title: 'Onlangs & bijgewerkt',
			language: 'nl',
			self: 'https://example.org/bijgewerkt.xml',
			page: 'https://example.org/bijgewerkt',
			entries: changes.map((change) => changeEntry(change, change.what, `https://example.org${change.path}`)),
			updatedAt: '2026-05-01T00:00:00Z'
		});
		const ids = [...feed.matchAll(/<entry><id>([^<]+)/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(changes.length);
		expect(feed).toContain('<title>Onlangs &amp; bijgewerkt</title>');
		expect(feed).toContain('</title>\n<updated>2026-04-01T08:00:00.000Z</updated>');
		expect(feed).toContain('<link href="https://example.org/loketten/checked"/>');
	});
});
