/** Papers name files, folders and commands of the project. What they name is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const MADE_HERE = [
	'node_modules',
	'build',
	'.svelte-kit',
	'.data',
	'.git',
	'test-results',
	'playwright-report'
];
/** Also what the compiler of messages writes. */
const exclude = (path: string) => [...MADE_HERE, 'paraglide', 'project.inlang'].includes(basename(path));

const PAPERS = globSync(['*.md', '.*/**/*.md', '{src,supabase,tests}/**/*.md'], { exclude }).toSorted();
const NAMES = new Set(
	globSync(['*', '{src,supabase,tests,static}/**'], { exclude }).map((path) => basename(path))
);
const ROUTES = globSync([
	'src/routes/**/+{page.svelte,page.server.ts,server.ts}',
	'src/routes/.*/**/+server.ts'
]).map((file) =>
	dirname(file)
		.replace(/^src\/routes/, '')
		.replaceAll(/\/\([^)]+\)/g, '')
);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** @param text Markdown */
function partsOf(text: string): { prose: string; code: string[]; words: string[] } {
	const fences = /^```.*\n([\s\S]*?)^```$/gm;
	const prose = text.replaceAll(fences, '');
	return {
		prose: prose.replaceAll(/`[^`\n]+`/g, 'code'),
		code: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
		words: [...text.matchAll(fences)].flatMap(([, block = '']) => block.split(/\s+/))
	};
}

/** As GitHub makes them of headings. */
const anchorsOf = (paper: string): string[] =>
	[...readFileSync(paper, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-')
	);

/** `a/{b,c}.ts` means two files. */
function expanded(path: string): string[] {
	const [whole, choices] = /\{([^{}]+)\}/.exec(path) ?? [];
	if (!whole || !choices) return [path];
	return choices.split(',').flatMap((choice) => expanded(path.replace(whole, choice)));
}

/** A path may hold `*`, or `<name>` for what the reader fills in; brackets are those of a route's parameter. */
function isThere(path: string): boolean {
	const pattern = path.replaceAll(/<[^>]+>/g, '*');
	if (!pattern.includes('*')) return existsSync(pattern);
	return globSync(pattern.replaceAll(/[[(]/g, '[$&]'), { exclude }).length > 0;
}

/**
 * What a word of a paper names, if that is a path of the project: from its top, or from the folder of the paper.
 * @returns ways to read it, of which one has to be there
 */
function pathsIn(word: string, paper: string): string[] {
	const path = word
		.replace(/^\$lib\//, 'src/lib/')
		.replace(/^\.\//, '')
		.replace(/:\d+$/, '')
		.replace(/[,;]$/, '');
	const [first = '', ...rest] = path.split('/');
	if (rest.length === 0 || first === '' || /[\s=|…?$]/.test(path) || MADE_HERE.includes(first)) return [];
	return ['.', dirname(paper)]
		.filter((from) => existsSync(join(from, first)))
		.map((from) => join(from, path));
}

function missingIn(paper: string): string[] {
	const { prose, code, words } = partsOf(readFileSync(paper, 'utf8'));
	const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
		if (/^[a-z]+:/.test(link)) return [];
		const [file = '', anchor] = link.split('#');
		const target = file === '' ? paper : normalize(join(dirname(paper), decodeURI(file)));
		if (!existsSync(target)) return [target];
		return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [link];
	});
	const paths = [...code, ...words].flatMap((word) =>
		expanded(word).flatMap((one) => {
			const ways = pathsIn(one, paper);
			return ways.length === 0 || ways.some(isThere) ? [] : [normalize(ways[0] ?? one)];
		})
	);
	const names = code.filter(
		(word) => /^[\w.@+-]+\.(ts|js|svelte|sql|json|css|html|toml)$/.test(word) && !NAMES.has(word)
	);
	return [...new Set([...links, ...paths, ...names])];
}

/** Whether an address of the site leads to a route; one that ends in a slash stands for all that is under it. */
function isAnswered(address: string): boolean {
	const path = address.replace(/[?#].*$/, '').replace(/^\/(fr|en)(?=\/|$)/, '');
	if (path === '' || path === '/') return true;
	if (path.endsWith('/')) return ROUTES.some((route) => route.startsWith(path));
	return ROUTES.some((route) => {
		const pattern = route.split(/\[[^\]]+\]/).map((part) => RegExp.escape(part));
		return new RegExp(`^${pattern.join('[^/]+')}$`).test(path);
	});
}

describe('the papers', () => {
	it('are found', () => {
		expect(PAPERS).toEqual(
			expect.arrayContaining(['README.md', '.github/CONTRIBUTING.md', 'supabase/reference/README.md'])
		);
	});

	it.each(PAPERS)('name what is there: %s', (paper) => {
		expect(missingIn(paper)).toEqual([]);
	});

	it.each(PAPERS)('name addresses of the site: %s', (paper) => {
		const { code } = partsOf(readFileSync(paper, 'utf8'));
		const addresses = code.filter((word) => /^\/[a-z.]/.test(word) && !/[\s…*]/.test(word));
		expect(addresses.filter((address) => !isAnswered(address))).toEqual([]);
	});

	it('have every decision in their index, by number', () => {
		const pages = globSync('[0-9][0-9][0-9]-*.md', { cwd: 'src/decisions' }).toSorted();
		const index = readFileSync('src/decisions/README.md', 'utf8').matchAll(/\]\((\d{3}-[^)]+)\)/g);
		expect([...index].map(([, page]) => page)).toEqual(pages);
		expect(pages.map((page) => Number(page.slice(0, 3)))).toEqual(pages.map((_, at) => at + 1));
	});

	it.each(PAPERS)('name commands that npm knows: %s', (paper) => {
		const named = [...readFileSync(paper, 'utf8').matchAll(/npm run (?:--\S+ )?([a-z][\w:-]*)/g)];
		expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
	});
});
