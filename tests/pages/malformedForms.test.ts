/** What is sent to a form and is none: everywhere 400, without a line in the log. */
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { useSite } from './site.ts';
import type { Visitor } from './visitor.ts';

const site = useSite();

/** Every action of every page, with something in the place of what stands for a parameter. */
const ACTIONS = globSync('src/routes/**/+page.server.ts').flatMap((file) => {
	const [, actions] = readFileSync(file, 'utf8').split('export const actions: Actions = {');
	if (actions === undefined) return [];
	const path = file
		.replace(/^src\/routes/, '')
		.replace(/\/\+page\.server\.ts$/, '')
		.replace(/\/\([^)]+\)/g, '')
		.replace(/\[\w+\]/g, '00000000-0000-4000-8000-000000000000');
	const names = [...actions.matchAll(/^\t(?:async )?(\w+)(?::|\()/gm)].map(([, name]) => name ?? '');
	return names.map((name) => (name === 'default' ? path : `${path}?/${name}`));
});

const BODIES: [string, string, string][] = [
	['a form of remote functions', 'application/x-sveltekit-formdata', 'name=Jan&email=canary'],
	[
		'a name that breaks off',
		'multipart/form-data; boundary=x',
		'--x\r\ncontent-disposition: form-data; name="file"; filename="a"canary.csv"\r\n\r\nb\r\n--x--\r\n'
	],
	['values of another shape', 'application/x-www-form-urlencoded', '__superform_json=[{"name":0}]&canary=1']
];

let visitors: Visitor[];
beforeAll(async () => {
	visitors = [site.visitor(), (await site.administrator()).visitor];
});

it('finds the actions', () => {
	expect(ACTIONS.length).toBeGreaterThan(40);
	expect(ACTIONS).toContain('/contact');
	expect(ACTIONS).toContain('/aanmelden?/password');
});

it.each(BODIES)('%s', async (_, type, body) => {
	const before = site.output().length;
	const answers: Record<string, number[]> = {};
	for (const action of ACTIONS) {
		answers[action] = [];
		for (const visitor of visitors) {
			const answer = await visitor.ask(action, {
				method: 'POST',
				headers: { 'content-type': type, origin: site.url },
				body
			});
			answers[action].push(answer.status);
			expect(await answer.text()).not.toContain('canary');
		}
	}
	// Not there, not allowed, or first to sign in: none of it was read. An administrator may come everywhere.
	const unread = [303, 403, 404, 410];
	const wrong = Object.entries(answers).filter(([, [asVisitor = 0, asAdmin = 0]]) =>
		[asVisitor, asAdmin].some((status) => status !== 400 && !unread.includes(status))
	);
	expect(wrong).toEqual([]);
	expect(Object.values(answers).filter((statuses) => statuses.includes(400)).length).toBeGreaterThan(20);
	expect(site.output().slice(before)).toBe('');
});
