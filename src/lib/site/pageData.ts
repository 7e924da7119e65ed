/** What the framework asks for the next page: made to fail where something else came. */

const PAGE_DATA = /\/__data\.json(?:\?|$)/;

/**
 * An answer that is no page's data is as good as none: a failure of what stands before the site, or the page of a network
 * that first wants somebody to sign in. The framework would put an error in the place of the page for it.
 * @param ask as `fetch`, which the framework looks up anew for every page
 */
export function refuseOtherThanData(ask: typeof fetch): typeof fetch {
	return async (input, init) => {
		const response = await ask(input, init);
		if (typeof input === 'string' && PAGE_DATA.test(input) && !isData(response))
			throw new TypeError(`Failed to fetch the data of a page: ${response.status}`);
		return response;
	};
}

/** The site itself says in JSON what is wrong with what was asked. */
const isData = ({ status, headers }: Response): boolean =>
	status < 500 && /json|sveltekit/.test(headers.get('content-type') ?? '');
