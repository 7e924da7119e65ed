import { describe, expect, it } from 'vitest';
import {
	advisoryFindings,
	deprecatedFindings,
	directDependencies,
	isAllowed,
	lastMoment,
	licenceFindings,
	quietFindings,
	type LockFile
} from './audited.ts';

const LOCK: LockFile = {
	packages: {
		'': { dependencies: { zod: '1.0.0' }, devDependencies: { vitest: '1.0.0' } },
		'node_modules/zod': { version: '1.0.0', license: 'MIT' },
		'node_modules/vitest': { version: '1.0.0', license: '(MIT OR GPL-3.0-only)' },
		'node_modules/a/node_modules/@b/closed': { version: '2.0.0', license: 'SEE LICENSE IN terms.md' },
		'node_modules/silent': { version: '3.0.0' },
		'node_modules/elsewhere': { version: '3.0.0', optional: true },
		'node_modules/old': { version: '0.1.0', license: 'ISC', deprecated: 'Use the new one.' }
	}
};

describe('a licence', () => {
	it.each(['MIT', '(MIT OR GPL-3.0-only)', '(MIT AND Zlib)', '(Apache-2.0 WITH LLVM-exception)'])(
		'%s will do',
		(one) => {
			expect(isAllowed(one)).toBe(true);
		}
	);

	it.each(['GPL-3.0-only', '(MIT AND GPL-3.0-only)', 'AGPL-3.0', 'UNLICENSED', ''])('%s will not', (one) => {
		expect(isAllowed(one)).toBe(false);
	});

	it('that will not do, or that nobody knows, is a finding', () => {
		expect(licenceFindings(LOCK, () => undefined)).toEqual([
			'@b/closed 2.0.0: licence SEE LICENSE IN terms.md',
			'silent 3.0.0: licence unknown'
		]);
		expect(licenceFindings(LOCK, () => 'MIT')).toHaveLength(1);
	});
});

it('what its makers took back is a finding', () => {
	expect(deprecatedFindings(LOCK)).toEqual(['old 0.1.0: deprecated: Use the new one.']);
});

it('what nobody touched for three years is one', () => {
	expect(directDependencies(LOCK)).toEqual(['vitest', 'zod']);
	const modified = new Map([
		['zod', '2020-01-01T00:00:00Z'],
		['vitest', '2025-12-01T00:00:00Z']
	]);
	expect(quietFindings(modified, Date.parse('2026-01-01'))).toEqual(['zod: nothing new for 2192 days']);
});

it('the last version is the last in time, not in the list', () => {
	const times = { '1.0.0': '2024-01-01T00:00:00Z', '0.9.9': '2025-01-01T00:00:00Z' };
	expect(lastMoment(JSON.stringify(times))).toBe('2025-01-01T00:00:00Z');
	expect(lastMoment('')).toBeUndefined();
});

describe('known leaks', () => {
	it('are findings, with where to read on', () => {
		const via = [{ url: 'https://advisory.example/1' }, 'other'];
		const answer = { vulnerabilities: { zod: { severity: 'low', range: '<2', via } } };
		expect(advisoryFindings(JSON.stringify(answer))).toEqual(['zod <2: low https://advisory.example/1']);
		expect(advisoryFindings('{"vulnerabilities":{}}')).toEqual([]);
	});

	it.each(['', '{"message":"405 Method Not Allowed"}', 'not json'])('are not known from %j', (answer) => {
		expect(advisoryFindings(answer)).toBeUndefined();
	});
});
