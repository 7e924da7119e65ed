/** What the changes since the last commit can break, as far as files say so. */
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Stage } from './stages.ts';

const run = promisify(execFile);

/** Files that differ from the last commit, new ones included; relative to the project. */
export async function changedFiles(): Promise<string[]> {
	const [tracked, added] = await Promise.all([
		run('git', ['diff', '--name-only', '--diff-filter=d', 'HEAD']),
		run('git', ['ls-files', '--others', '--exclude-standard'])
	]);
	return `${tracked.stdout}${added.stdout}`.split('\n').filter(Boolean);
}

const isCode = (file: string) => /\.(ts|js|svelte)$/.test(file);
const isDatabase = (file: string) => /^supabase\/(schemas|migrations|seeds|tests)\//.test(file);
const isLintable = (file: string) => /\.(ts|js|svelte|json|md|css|html|ya?ml)$/.test(file);
/** Of these, tests say whether what they name is there. */
const isPaper = (file: string) => file.endsWith('.md') || file === '.env.example';

/**
 * Each stage with less to do, without those that have nothing to do.
 * @param files from `changedFiles`
 */
export async function narrow(stages: readonly Stage[], files: readonly string[]): Promise<Stage[]> {
	const sql = files.some(isDatabase);
	const code = files.some(isCode);
	const addresses = [...new Set(files.flatMap((file) => addressOf(file) ?? []))];
	const visits = await testsThatVisit(addresses, files);
	const narrowed: Readonly<Record<string, () => Stage['command'] | undefined>> = {
		pgtap: () => (sql ? ['vitest', 'run', '--maxWorkers=1', '--project=pgtap'] : undefined),
		advisors: () => (sql ? ['node', 'src/cli/db-advisors.ts'] : undefined),
		policies: () =>
			sql
				? ['vitest', 'run', '--maxWorkers=1', '--project=policies', 'tests/policies/matrix.test.ts']
				: undefined,
		check: () => (code ? ['npm', 'run', '--silent', 'check:types'] : undefined),
		lint: () => lintOf(files.filter(isLintable)),
		unit: () => unitOf(code || sql, files.some(isPaper)),
		pages: () => {
			const command = ['vitest', 'run', '--maxWorkers=1', '--project=pages', '--passWithNoTests'];
			// What looks at every page looks at these.
			const only =
				addresses.length > 0 && !files.includes(LOOKS_AT_ALL)
					? ['env', `ONLY_ADDRESSES=${addresses.join(',')}`]
					: [];
			return ofFiles([...only, ...command], visits, /\.test\.ts$/);
		},
		e2e: () => ofFiles(['playwright', 'test'], visits, /\.spec\.ts$/)
	};
	return stages.flatMap((stage) => {
		const command = narrowed[stage.name]?.();
		return command ? { ...stage, command } : [];
	});
}

const LOOKS_AT_ALL = 'tests/pages/accessibility.test.ts';

/** Tests of pages that changed themselves, or that name the address of a page of which a file changed. */
async function testsThatVisit(addresses: readonly string[], files: readonly string[]): Promise<string[]> {
	const tests = globSync(['tests/pages/*.test.ts', 'tests/e2e/*.spec.ts']);
	const found = await Promise.all(
		tests.map(async (test) => {
			const text = await readFile(test, 'utf8');
			const visits = addresses.some(
				(address) => test === LOOKS_AT_ALL || text.includes(`'${address}`) || text.includes(`\`${address}`)
			);
			return visits || files.includes(test) ? [test] : [];
		})
	);
	return found.flat();
}

/** Of the page that a file of a route belongs to, up to its first parameter; the home page is in every test. */
function addressOf(file: string): string | undefined {
	const folder = /^src\/routes\/(.+)\/\+[^/]+$/.exec(file)?.[1];
	if (folder === undefined) return undefined;
	const path = `/${folder.replaceAll(/\([^)]+\)\//g, '')}`.replace(/\/?\[.*$/, '');
	return path === '' || path.startsWith('/(') ? undefined : path;
}

function unitOf(code: boolean, papers: boolean): string[] | undefined {
	const vitest = ['vitest', 'run', '--maxWorkers=1', '--project=pure'];
	if (code) return [...vitest, '--project=database', '--changed', '--passWithNoTests'];
	return papers ? [...vitest, 'src/cli/papers.test.ts', 'src/cli/settings.test.ts'] : undefined;
}

const ofFiles = (command: string[], files: string[], kind: RegExp): string[] | undefined => {
	const wanted = files.filter((file) => kind.test(file));
	return wanted.length > 0 ? [...command, ...wanted] : undefined;
};

function lintOf(files: readonly string[]): string[] | undefined {
	if (files.length === 0) return undefined;
	const code = files.filter(isCode);
	const prettier = `prettier --check --ignore-unknown ${files.map(quoted).join(' ')}`;
	const eslint = code.length > 0 ? ` && eslint --no-warn-ignored ${code.map(quoted).join(' ')}` : '';
	return ['sh', '-c', prettier + eslint];
}

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
