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
const NO_DOUBT = ['duplicate-id-aria'];

/**
 * By every other rule it has on, what it calls best practice included. One page at a time.
 * @param without rules that are not about this page
 */
export async function violations(page: Document, without: readonly string[] = []): Promise<string[]> {
	// Nothing stands before a page without places; axe asks whether a dialog does.
	page.elementsFromPoint ??= () => [];
	const { violations, incomplete } = await axe.run(page.documentElement, {
		rules: Object.fromEntries([...NEEDS_A_BROWSER, ...without].map((rule) => [rule, { enabled: false }])),
		resultTypes: ['violations', 'incomplete'],
		// Style sheets and recordings, which are not loaded.
		preload: false,
		iframes: false
	});
	const doubts = incomplete.filter(({ id, nodes }) => NO_DOUBT.includes(id) || nodes.some(couldNotBeAsked));
	return [...violations, ...doubts].flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`)
	);
}

/** A rule that stumbled says nothing about the page: it belongs in the list above, or needs what it stumbled over. */
const couldNotBeAsked = ({ any, all, none }: axe.NodeResult): boolean =>
	[...any, ...all, ...none].some(({ id }) => id === 'error-occurred');
