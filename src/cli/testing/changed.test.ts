import { describe, expect, it } from 'vitest';
import { narrow } from './changed';
import { STAGES } from './stages';

const commands = async (...files: string[]) =>
	Object.fromEntries((await narrow(STAGES, files)).map(({ name, command }) => [name, command.join(' ')]));

describe('what a change can break', () => {
	it('is nothing when nothing changed', async () => {
		expect(await commands()).toEqual({});
	});

	it('of code is its types, its style, and the unit tests that import it', async () => {
		const stages = await commands('src/lib/domain/text/text.ts');
		expect(Object.keys(stages)).toEqual(['unit', 'check', 'lint']);
		expect(stages.unit).toContain('--changed');
		expect(stages.lint).toContain(`eslint --no-warn-ignored 'src/lib/domain/text/text.ts'`);
	});

	it('of a migration is what the database promises', async () => {
		const stages = await commands('supabase/migrations/20270101000000_later.sql');
		expect(Object.keys(stages)).toEqual(expect.arrayContaining(['pgtap', 'advisors', 'policies', 'unit']));
		expect(Object.keys(stages)).not.toContain('lint');
	});

	it('of a page is the tests that visit it, with a browser and without', async () => {
		const stages = await commands('src/routes/(site)/contact/+page.svelte');
		expect(stages.pages).toContain('tests/pages/contact.test.ts');
		expect(stages.pages).toMatch(/^env ONLY_ADDRESSES=\/contact .* tests\/pages\/accessibility\.test\.ts/);
		expect(stages.e2e).toContain('tests/e2e/contact.spec.ts');
		expect(stages.e2e).not.toContain('tests/e2e/import.spec.ts');
	});

	it('of a test is that test', async () => {
		const { e2e } = await commands('tests/e2e/import.spec.ts');
		expect(e2e).toBe('playwright test tests/e2e/import.spec.ts');
	});

	it('of a paper is how it is written, and whether what it names is there', async () => {
		expect(await commands('README.md')).toMatchObject({
			lint: expect.stringContaining('prettier --check'),
			unit: expect.stringContaining('src/cli/papers.test.ts')
		});
	});
});
