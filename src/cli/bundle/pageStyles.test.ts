import { describe, expect, it } from 'vitest';
import { clientFileOf, stylesOf, withStyles } from './pageStyles.ts';

const BUILT = {
	'nodes/8.js': { file: 'n8.js', css: ['home.css'], imports: ['_frame.js', '_list.js'] },
	'nodes/9.js': { file: 'n9.js', css: ['search.css'], dynamicImports: ['src/routes/found.ts', 'engine.ts'] },
	'src/routes/found.ts': { file: 'found.js', css: ['found.css'] },
	'_frame.js': { file: 'frame.js', css: ['frame.css'], dynamicImports: ['engine.ts'] },
	'engine.ts': { file: 'engine.js', css: ['engine.css'], imports: ['_list.js'] },
	'_list.js': { file: 'list.js', css: ['list.css'], imports: ['_frame.js'] }
};

const NODE = `import * as server from '../entries/page.js';
import stylesheet_0 from '../stylesheets/engine.css.js';

export const index = 8;
export { server };
export const imports = ["n8.js","frame.js"];
export const stylesheets = ["a/engine.css"];
export const fonts = ["letters.woff2"];
export const inline_styles = () => ({
	"a/engine.css": stylesheet_0
});
`;

describe('the styles of a page', () => {
	it('are those of all that it is made of, and not of what it may load later', () => {
		expect(stylesOf(BUILT, 'n8.js')).toEqual(['frame.css', 'list.css', 'home.css']);
	});

	it('are those of what it loads out of its own folder, which the server sends too', () => {
		expect(stylesOf(BUILT, 'n9.js')).toEqual(['search.css', 'found.css']);
	});

	it('take the place of those that the framework found', () => {
		const node = withStyles(NODE, ['a/home.css', 'a/list.css']);
		expect(clientFileOf(node)).toBe('n8.js');
		expect(node).not.toContain('engine');
		expect(node).toContain(`import stylesheet_1 from '../stylesheets/list.css.js';`);
		expect(node).toContain(`export const stylesheets = ["a/home.css","a/list.css"];`);
		expect(node).toContain(`"a/list.css": stylesheet_1`);
		expect(node).toContain(`export const fonts = ["letters.woff2"];`);
		expect(withStyles(node, ['a/home.css', 'a/list.css'])).toBe(node);
	});

	it('may be none', () => {
		expect(withStyles(NODE, [])).toContain('export const stylesheets = [];');
	});

	it('are not guessed where the framework writes them in another way', () => {
		expect(() => withStyles('export const index = 8;', [])).toThrow('does not say');
		expect(() => withStyles(NODE.replace('import stylesheet_0', 'const stylesheet_0'), [])).toThrow(
			'another way'
		);
	});
});
