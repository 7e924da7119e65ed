/** What axe finds in the HTML that the server made. */
import axe from 'axe-core';

/** A page without style and place has no colours and no sizes: a browser looks at these. */
const NEEDS_A_BROWSER = [
	'color-contrast',
	'color-contrast-enhanced',
	'link-in-text-block',
	'target-size',
	'scrollable-region-focusable',
	'css-orientation-lock'
];

/** Of these axe only says that somebody should look, in a browser as well; here they are held to. */
const NO_DOUBT = ['page-has-heading-one', 'landmark-one-main', 'duplicate-id-aria'];

/** By every other rule it has on, what it calls best practice included. One page at a time. */
export async function violations(page: Document): Promise<string[]> {
	const { violations, incomplete } = await axe.run(page.documentElement, {
		rules: Object.fromEntries(NEEDS_A_BROWSER.map((rule) => [rule, { enabled: false }])),
		resultTypes: ['violations', 'incomplete'],
		// Style sheets and recordings, which are not loaded.
		preload: false,
		iframes: false
	});
	const doubts = incomplete.filter(({ id }) => NO_DOUBT.includes(id));
	return [...violations, ...doubts].flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`)
	);
}
