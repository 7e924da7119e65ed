import type { RequestEvent } from '@sveltejs/kit';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { Answer } from './endpoint.server';
import { readParameters, TABLE, type TableStyle } from './parameters.server';

/**
 * A table as a file to save.
 * @param name of the file, without `.csv`
 * @param table makes it, written as the query asks
 */
export function tableAnswer(
	name: string,
	table: (index: DirectoryIndex, origin: string, style: TableStyle) => string
) {
	return ({ url }: RequestEvent): Answer => {
		const style = readParameters(url.searchParams, TABLE);
		return {
			contentType: 'text/csv; charset=utf-8; header=present',
			body: (index) => table(index, url.origin, style),
			// A table has no place for a remark, so the name of the file says it.
			headers: ({ directory }) => ({
				'content-disposition': `attachment; filename="${directory.hasExampleData ? `${name}-example-data` : name}.csv"`
			})
		};
	};
}
