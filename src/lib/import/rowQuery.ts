/** Which rows of a file are shown: the query of `/beheer/import/…`. */
import { defineQuery, named, one, pageNumber } from '$lib/domain/query/query';
import { ROW_OUTCOMES } from './importPlan';

export const rowQuery = defineQuery({
	/** What would become of them; null for what asks for attention first. */
	outcome: named('toon', one(ROW_OUTCOMES)),
	page: named('pagina', pageNumber())
});
