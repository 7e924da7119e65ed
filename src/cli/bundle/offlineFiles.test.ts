import { describe, expect, it } from 'vitest';
import { offlineFiles, withOfflineFiles, type ClientManifest } from './offlineFiles';

const KIT = {
	'node_modules/@sveltejs/kit/src/runtime/client/entry.js': { file: 'start.js', imports: ['_kit.js'] },
	'.svelte-kit/generated/client-optimized/app.js': { file: 'app.js', imports: ['_kit.js'] },
	'src/lib/finder/device.ts': { file: 'device.js', imports: ['_hours.js'] },
	'src/lib/map/deskView.ts': { file: 'map.js', css: ['assets/map.css'] },
	'_kit.js': { file: 'kit.js' },
	'_hours.js': { file: 'hours.js', imports: ['_kit.js'] }
};
const PAGES = [
	'+layout.svelte',
	'+error.svelte',
	'(site)/+layout.svelte',
	'(site)/+error.svelte',
	'(site)/geen-verbinding/+page.svelte',
	'(site)/loketten/+page.svelte',
	'(site)/loketten/[slug]/+page.svelte',
	'(site)/over/+page.svelte'
];
const nodes = new Map(
	PAGES.map((path, i) => [`n${i}`, `export { default as component } from "../../src/routes/${path}";`])
);
const manifest: ClientManifest = {
	...KIT,
	...Object.fromEntries(
		PAGES.map((_, i) => [
			`n${i}`,
			{
				file: `nodes/${i}.js`,
				dynamicImports: i === 5 ? ['src/lib/map/deskView.ts'] : [],
				css: [`assets/${i}.css`],
				assets: i === 0 ? ['assets/letters.woff2'] : []
			}
		])
	)
};

describe('what a device keeps of the built site', () => {
	it('is all that its pages are made of, and nothing of other pages', () => {
		const files = offlineFiles(manifest, nodes);
		expect(files).toEqual(files.toSorted());
		for (const file of [
			'/start.js',
			'/app.js',
			'/kit.js',
			'/device.js',
			'/hours.js',
			'/assets/letters.woff2'
		])
			expect(files).toContain(file);
		expect(files).toContain('/nodes/4.js');
		expect(files).toContain('/assets/6.css');
		expect(files.filter((file) => file.includes('7'))).toEqual([]);
	});

	it('is also the looks, and not the scripts, of what a page may load later', () => {
		const files = offlineFiles(manifest, nodes);
		expect(files).toContain('/assets/map.css');
		expect(files).not.toContain('/map.js');
	});

	it('is refused when a page is not there', () => {
		const fewer = new Map([...nodes].filter(([name]) => name !== 'n4'));
		expect(() => offlineFiles(manifest, fewer)).toThrow('geen-verbinding');
	});

	it.each(['"', "'", '`'])('stands in the worker, whichever quotes (%s) that has', (quote) => {
		expect(withOfflineFiles(`var a=${quote}__OFFLINE_FILES__${quote};`, ['/a.js'])).toBe('var a=["/a.js"];');
	});

	it('is refused a worker that has no place for it', () => {
		expect(() => withOfflineFiles('var a=1;', [])).toThrow('no place');
	});
});
