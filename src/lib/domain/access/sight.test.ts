import { describe, expect, it } from 'vitest';
import { ACTORS, type Actor } from './matrix.ts';
import { KINDS, PUBLIC_KINDS, sightOfOthers, sightOfOwn } from './sight.ts';

const OUTSIDE: readonly Actor[] = ['visitor', 'keyless', 'signedOut', 'pending', 'rejected', 'suspended'];

describe('data about a person', () => {
	it.each(ACTORS)('of one kind is seen by %s in all its places, or in none', (viewer) => {
		for (const [kind, places] of Object.entries({ ...KINDS, ...PUBLIC_KINDS })) {
			expect(new Set(places.map((place) => sightOfOthers(place, viewer))).size, kind).toBe(1);
			expect(new Set(places.map((place) => sightOfOwn(place, viewer))).size, kind).toBe(1);
		}
	});

	it.each(OUTSIDE)('is not seen by %s', (viewer) => {
		for (const place of Object.values(KINDS).flat()) expect(sightOfOthers(place, viewer), place).toBe('no');
	});

	it.each(['member', 'editor', 'editorElsewhere'] as const)(
		'is seen by %s as far as it was chosen',
		(viewer) => {
			const seen = Object.values(KINDS)
				.flat()
				.filter((place) => sightOfOthers(place, viewer) !== 'no');
			const chosen = seen.filter((place) => sightOfOthers(place, viewer) !== 'kept');
			expect(new Set(chosen.map((place) => sightOfOthers(place, viewer)))).toEqual(new Set(['chosen']));
			expect(seen).not.toContain('auth.users.email');
			expect(seen).not.toContain('profile.motivation');
		}
	);

	it('in a report about a desk is seen by who keeps the desk', () => {
		const seen = ACTORS.map((viewer) => [viewer, sightOfOthers('desk_report.email', viewer)] as const);
		expect(seen.filter(([, sight]) => sight !== 'no')).toEqual([
			['editorElsewhere', 'kept'],
			['editor', 'kept'],
			['admin', 'yes']
		]);
	});

	it('of anybody’s password and waiting mail is seen by nobody', () => {
		for (const viewer of ACTORS) {
			expect(sightOfOthers('auth.users.encrypted_password', viewer)).toBe('no');
			expect(sightOfOwn('auth.users.encrypted_password', viewer)).toBe('no');
			expect(sightOfOthers('email_outbox.params', viewer)).toBe('no');
		}
	});

	it('is all there for the person it is about, waiting or approved', () => {
		for (const [kind, places] of Object.entries(KINDS)) {
			if (kind === 'password') continue;
			for (const place of places) {
				expect(sightOfOwn(place, 'pending'), place).toBe('yes');
				expect(sightOfOwn(place, 'member'), place).toBe('yes');
			}
		}
	});
});
