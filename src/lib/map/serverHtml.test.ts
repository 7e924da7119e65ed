import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import DirectoryMap from './DirectoryMap.svelte';
import Legend from './Legend.svelte';

const nothing = () => undefined;

test('without JavaScript the map is a picture with a text alternative', () => {
	const { body } = render(DirectoryMap, {
		props: {
			edition: 'edition',
			overviewSrc: '/kaart.svg',
			overviewAlt: 'Kaart met 120 besturen',
			matching: null,
			selected: null,
			hovered: null,
			onselect: nothing,
			onhover: nothing
		}
	});
	expect(body).toContain('src="/kaart.svg"');
	expect(body).toContain('alt="Kaart met 120 besturen"');
	expect(body).toContain('data-map-state="image"');
	expect(body).not.toContain('style=');
});

test('the legend explains every sign in words', () => {
	const { body } = render(Legend, { props: { showFaded: true } });
	expect(body.match(/<li/g)).toHaveLength(7);
	expect(body).toContain('Alleen het OCMW doet mee');
	expect(body).not.toContain('style=');
});
