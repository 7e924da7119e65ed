import { it } from 'vitest';
import { expect } from './expectations.ts';
import { signedIn } from './ownAccount.ts';
import { useSite } from './site.ts';

const site = useSite({ exampleData: false });

it('the download holds everything, as a file that no cache keeps', async () => {
	const { me, visitor } = await signedIn(site, { motivation: 'Omdat het beter kan.' });
	await visitor.open('/account');
	const link = visitor.getByRole('link', { name: 'Download je gegevens' });
	const answer = await visitor.ask(link.getAttribute('href') ?? '');
	expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+\.json"$/);
	expect(answer.headers.get('cache-control')).toContain('no-store');
	const held = await answer.json();
	expect(held).toMatchObject({
		signIn: { id: me.id, email: me.email },
		profile: { full_name: me.fullName, motivation: 'Omdat het beter kan.' },
		localGovernment: 'Gemeente Gent',
		history: expect.arrayContaining([expect.objectContaining({ action: 'registered' })])
	});
	expect(JSON.stringify(held)).not.toContain('$2');
});

it('a visitor is refused on every question, and sees that nowhere', async () => {
	const { me, visitor } = await signedIn(site);
	await visitor.open('/account/als-bezoeker');
	expect(visitor.getByText('Een bezoeker krijgt niets van jou te zien')).toBeVisible();
	expect(visitor.getByText('Geweigerd')).toHaveCount(6);
	expect(visitor.getByRole('main')).toContainText(me.email);

	const stranger = site.visitor();
	for (const path of ['/account', '/account/als-bezoeker', '/account/gegevens.json', '/account/verlaten']) {
		const answer = await stranger.ask(path);
		expect([answer.status, answer.headers.get('location')], path).toEqual([
			303,
			`/aanmelden?next=${encodeURIComponent(path)}`
		]);
		expect(await answer.text()).not.toContain(me.fullName);
	}
});

it('what somebody sees while signed in is kept by no cache', async () => {
	const { visitor } = await signedIn(site);
	for (const path of ['/account', '/account/toegang', '/account/als-bezoeker', '/account/verlaten']) {
		const answer = await visitor.ask(path);
		expect(answer.headers.get('cache-control'), path).toContain('no-store');
	}
});
