/** Which rows of a file are shown: the query of `/beheer/import/…`. */
import { defineQuery, named, one, pageNumber } from '$lib/domain/query/query';
import { ROW_LISTS } from './importPlan';

export const rowQuery = defineQuery({
	/** What would become of them; null for what asks for attention first. */
	list: named('toon', one(ROW_LISTS)),
	page: named('pagina', pageNumber())
});
