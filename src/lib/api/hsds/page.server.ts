import { DEFAULT_PER_PAGE } from './parameters.server';

/** A page of a list, in the wrapper of the standard. One beyond the last is empty, not wrong. */
export function pageOf<Item>(
	items: readonly Item[],
	{ page, per_page = DEFAULT_PER_PAGE }: { page: number; per_page?: number | undefined },
	show: (item: Item) => object
) {
	const total_pages = Math.ceil(items.length / Math.max(per_page, 1));
	const contents = items.slice((page - 1) * per_page, page * per_page).map(show);
	return {
		total_items: items.length,
		total_pages,
		page_number: page,
		size: contents.length,
		first_page: page === 1,
		last_page: page >= total_pages,
		empty: contents.length === 0,
		contents
	};
}
