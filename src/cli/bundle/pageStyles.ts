/**
 * Which styles stand in a page: those of all that it is made of, and no others. The framework adds those of what is loaded
 * later, such as the map engine, and leaves those out that it meets first on the way to that.
 */
import { basename } from 'node:path';

/** A part of Vite's manifest of the built client, by the name of a module. */
export type BuiltFiles = Readonly<
	Record<string, { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }>
>;

/** What a page loads later out of its own folder stands in what the server sends, too. */
const BESIDE_A_PAGE = 'src/routes/';

/** @param file of the client @returns the styles of it and of all that comes with it; what something needs before its own */
export function stylesOf(built: BuiltFiles, file: string): string[] {
	const seen = new Set<string>();
	const from = (name: string): string[] => {
		if (seen.has(name)) return [];
		seen.add(name);
		const { css = [], imports = [], dynamicImports = [] } = built[name] ?? {};
		const beside = dynamicImports.filter((next) => next.startsWith(BESIDE_A_PAGE));
		return [...imports.flatMap(from), ...css, ...beside.flatMap(from)];
	};
	const names = Object.keys(built).filter((name) => built[name]?.file === file);
	return [...new Set(names.flatMap(from))];
}

/** @param node the server's module about a layout or a page @returns its file of the client; undefined where it has none */
export const clientFileOf = (node: string): string | undefined =>
	/^export const imports = \["([^"]+)"/m.exec(node)?.[1];

/** The module that has the text of a style sheet. @param sheet as the client knows it */
export const sheetModule = (sheet: string): string => `stylesheets/${basename(sheet)}.js`;

/**
 * @returns the server's module with these styles instead of those that it had
 * @throws where the framework writes such modules in another way
 */
export function withStyles(node: string, sheets: readonly string[]): string {
	const list = /^export const stylesheets = .*;$/m;
	if (!list.test(node)) throw new Error('A module about a page does not say which styles it has.');
	const rest = node
		.replace(/^import stylesheet_\d+ from .*;\n/gm, '')
		.replace(/^export const inline_styles = [\s\S]*?^\}\);\n/m, '')
		.replace(list, () => `export const stylesheets = ${JSON.stringify(sheets)};`);
	if (rest.includes('stylesheet_')) throw new Error('A module about a page has styles in another way.');
	const imports = sheets.map((sheet, i) => `import stylesheet_${i} from '../${sheetModule(sheet)}';\n`);
	const inline = sheets.map((sheet, i) => `\t${JSON.stringify(sheet)}: stylesheet_${i}`);
	return `${imports.join('')}${rest}export const inline_styles = () => ({\n${inline.join(',\n')}\n});\n`;
}
