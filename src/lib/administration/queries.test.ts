import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditQuery } from './audit/auditQuery';
import { decisionSearchString, readDecisionRequest, reasonProblem } from './requests/decisionRequest';
import { memberQuery } from './members/memberFilter';
import { readTemplate, withTemplate } from './requests/reasonTemplates';

const ID = '5f1c9d1e-3c1b-4b7a-9a43-0d5b8f6f2a11';
const OTHER = '7a2b1c3d-5e6f-4a7b-8c9d-0e1f2a3b4c5d';
const read = <Query>(reader: (parameters: URLSearchParams) => Query, search: string) =>
	reader(new URLSearchParams(search));

describe('the address of a page', () => {
	test.each(['?q=an&status=approved&rol=editor&bestuur=ocmw-genk&pagina=2', '?q=%25%27%3B--', ''])(
		'of members %s survives being read and written',
		(search) => {
			expect(memberQuery.print(read(memberQuery.parse, search).query)).toBe(search);
		}
	);

	test.each([`?actie=approved&account=${ID}&voor=12`, ''])(
		'of the trail %s survives being read and written',
		(search) => expect(auditQuery.print(read(auditQuery.parse, search).query)).toBe(search)
	);

	test.each([`?besluit=goedkeuren&account=${ID}&account=${OTHER}`, `?besluit=afwijzen&account=${ID}`])(
		'of a decision %s survives being read and written',
		(search) => expect(decisionSearchString(read(readDecisionRequest, search))).toBe(search)
	);

	test('filters nothing with what makes no sense', () => {
		expect(read(memberQuery.parse, '?status=pending&rol=koning&bestuur=../x&pagina=0').query).toEqual({
			q: '',
			status: null,
			rol: null,
			bestuur: null,
			page: 1
		});
		expect(read(auditQuery.parse, '?actie=x&account=1&voor=-1').query).toEqual({
			before: null,
			action: null,
			accountId: null
		});
	});

	test('whatever is typed can be read', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const parameters = new URLSearchParams(
					['q', 'status', 'rol', 'bestuur', 'pagina', 'actie', 'account', 'voor', 'besluit'].map((name) => [
						name,
						text
					])
				);
				expect(memberQuery.parse(parameters).query.q).not.toContain('\0');
				auditQuery.parse(parameters);
				expect(readDecisionRequest(parameters).accountIds).toEqual([]);
			}),
			{ seed: 2026, numRuns: 100 }
		);
	});
});

describe('a decision', () => {
	test('is about each account once, and at most about two hundred', () => {
		expect(read(readDecisionRequest, `?account=${ID}&account=${ID}&account=x`).accountIds).toEqual([ID]);
		const many = Array.from(
			{ length: 201 },
			(_, i) => `account=${ID.slice(0, -3)}${i.toString(16).padStart(3, '0')}`
		);
		expect(read(readDecisionRequest, many.join('&')).accountIds).toHaveLength(200);
	});

	test('that says nothing clear gives nobody access', () => {
		expect(read(readDecisionRequest, '?besluit=misschien').decision).toBe('rejected');
	});

	test('needs a reason of at most two thousand characters, of which an emoji is one', () => {
		expect(reasonProblem('', 'fr')).toMatch(/Frans/);
		expect(reasonProblem('🙂'.repeat(2_000), 'nl')).toBeUndefined();
		expect(reasonProblem('🙂'.repeat(2_001), 'nl')).toMatch(/1 minder/);
	});

	test('keeps what was typed when an example text is added below it, once', () => {
		const typed = 'Dag Chloé,\nwe zoeken je in het organogram.';
		const added = withTemplate(`${typed}\n`, 'werkadres', 'nl');
		expect(added).toMatch(/^Dag Chloé,\nwe zoeken je in het organogram\.\n\nWe konden niet nagaan/);
		expect(withTemplate(added, 'werkadres', 'nl')).toBe(added);
		expect(withTemplate('', 'werkadres', 'fr')).toMatch(/adresse e-mail professionnelle/);
		expect(readTemplate('onzin')).toBeNull();
	});
});
