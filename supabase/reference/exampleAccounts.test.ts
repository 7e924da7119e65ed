import { expect, test } from 'vitest';
import { LONGEST_NOTE } from '../../src/lib/domain/colleague/expertise.ts';
import { SIZE_CLASSES, sizeClassOf } from '../../src/lib/domain/directory/sizeClass.ts';
import { dice } from './dice.ts';
import { exampleEmployers, exampleMembers, showsExpertise } from './exampleAccounts.ts';
import { exampleParticipants } from './exampleParticipants.ts';
import { exampleRequests } from './exampleRequests.ts';
import { recordsOf } from './records.ts';
import { readSources } from './sources.ts';

const { municipalities, localGovernments } = recordsOf(readSources());
const chance = dice('lokaal-vrijwilligen');
const participants = exampleParticipants(municipalities, chance);
const employers = exampleEmployers(municipalities, participants, chance);
const members = exampleMembers(employers, chance);
const requests = exampleRequests(employers, members, chance);
const accounts = [...members, ...requests];

test('the example has 40 members, six of them editors and none an administrator, and 12 requests', () => {
	expect([members.length, requests.length]).toEqual([40, 12]);
	expect(members.filter(({ role }) => role === 'editor')).toHaveLength(6);
	expect(members.every(({ status }) => status === 'approved')).toBe(true);
	expect(requests.every(({ status, role }) => status === 'pending' && role === 'member')).toBe(true);
	expect(requests.filter(({ confirmed }) => !confirmed)).toHaveLength(2);
});

test('most members are visible to colleagues; some are not, and some have paused', () => {
	expect(members.filter(({ listed }) => listed)).toHaveLength(32);
	expect(members.filter(({ pausedHoursAgo }) => pausedHoursAgo !== null)).toHaveLength(3);
	expect(new Set(members.map(({ visibleFields }) => visibleFields.join())).size).toBeGreaterThan(3);
});

test('every theme is offered and sought by somebody whom colleagues see, and most of them show it', () => {
	const showing = members.filter(showsExpertise);
	expect(showing.length).toBeGreaterThan(20);
	const shown = showing.flatMap(({ expertise }) => expertise);
	const ofDirection = (direction: string) =>
		new Set(shown.filter((one) => one.direction === direction).map(({ topic }) => topic));
	expect(ofDirection('offered').size).toBe(15);
	expect(ofDirection('sought')).toEqual(ofDirection('offered'));
	for (const { expertise } of members) {
		expect(new Set(expertise.map(({ topic }) => topic)).size).toBe(3);
		for (const { note } of expertise) expect(note?.length ?? 1).toBeLessThanOrEqual(LONGEST_NOTE);
	}
	expect(new Set(showing.flatMap(({ expertise }) => expertise.map(({ note }) => note === null)))).toEqual(
		new Set([true, false])
	);
	expect(members.some(({ notifications }) => !notifications.includes('first_message'))).toBe(true);
});

test('every filter on colleagues finds somebody who shows expertise', () => {
	const bySlug = new Map(localGovernments.map((government) => [government.slug, government]));
	const byNis = new Map(municipalities.map((municipality) => [municipality.nisCode, municipality]));
	const places = members.filter(showsExpertise).flatMap(({ employer, position }) => {
		const government = bySlug.get(employer.slug);
		const municipality = byNis.get(government?.nisCode ?? '');
		return government && municipality ? [{ position, kind: government.kind, municipality }] : [];
	});
	const found = <T>(of: (place: (typeof places)[number]) => T) => new Set(places.map(of)).size;
	expect(found(({ municipality }) => municipality.provinceCode)).toBe(6);
	expect(found(({ municipality }) => sizeClassOf(municipality.population ?? 0))).toBe(SIZE_CLASSES.length);
	expect([found(({ kind }) => kind), found(({ position }) => position)]).toEqual([2, 2]);
});

test('no invented person can be mistaken for a real one', () => {
	for (const { fullName, email, phone } of accounts) {
		expect(fullName).toMatch(/^\p{Lu}\p{L}+ .*voorbeeld/iu);
		expect(email).toMatch(/^[a-z.]+@[a-z0-9.-]+\.example$/);
		if (phone) expect(phone).toMatch(/^\+32((2|3|11|16|50)0{4,5}|910000)\d{2}$/);
	}
	expect(new Set(accounts.map(({ email }) => email)).size).toBe(52);
});

test('invented people work for bodies that exist, some of which do not take part', () => {
	const known = new Set(localGovernments.map(({ slug }) => slug));
	const taking = new Set(
		participants.flatMap(({ municipality: { slug }, since }) => [
			...(since.gemeente ? [`gemeente-${slug}`] : []),
			...(since.ocmw ? [`ocmw-${slug}`] : [])
		])
	);
	for (const { employer } of accounts) expect(known).toContain(employer.slug);
	expect(members.filter(({ employer }) => !taking.has(employer.slug))).toHaveLength(8);
	expect(requests.some(({ employer }) => !taking.has(employer.slug))).toBe(true);
	// Who decides on a request can see that somebody is there already.
	const withMembers = new Set(members.map(({ employer }) => employer.slug));
	expect(requests.some(({ employer }) => withMembers.has(employer.slug))).toBe(true);
});

test('the requests show every kind of evidence that an administrator meets', () => {
	const hosts = new Set(accounts.map(({ employer }) => employer.host));
	const kinds = requests.map(({ email, employer }) => {
		const domain = email.slice(email.indexOf('@') + 1);
		if (domain === employer.host) return 'own';
		if (domain.endsWith(`.${employer.host}`)) return 'below own';
		return hosts.has(domain) ? 'of another' : domain;
	});
	expect(new Set(kinds)).toEqual(
		new Set(['own', 'below own', 'of another', 'gratismail.example', 'ocrnw-menen.example'])
	);
	const names = new Set(members.map(({ fullName }) => fullName));
	expect(requests.filter(({ fullName }) => names.has(fullName))).toHaveLength(1);
	expect(requests.filter(({ motivation }) => motivation === null)).toHaveLength(1);
	expect(requests.filter(({ registeredHoursAgo }) => registeredHoursAgo > 180 * 24)).toHaveLength(1);
	expect(new Set(requests.map(({ locale }) => locale))).toEqual(new Set(['nl', 'fr']));
});

test('a request that was never confirmed is young enough to be kept for days', () => {
	for (const { confirmed, registeredHoursAgo } of requests) {
		if (!confirmed) expect(registeredHoursAgo).toBeLessThan(25 * 24);
	}
});
