import type { PageServerLoad } from './$types';

/** Text and links only: nothing for a script to do. */
export const csr = false;

export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { isHalf: url.searchParams.get('overal') === 'nee' };
};
