import type { TypedClient } from '$lib/base/database/supabase.server';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import type { FoundResource } from '$lib/domain/resource/found';
import type { ResourceQuery } from '$lib/domain/resource/resourceQuery';
import { currentContentVersion, isAway } from './currentContent.server';
import { searchResources } from './search.server';

const FEW = 5;

export interface FewResources {
	/** Of all that there are. */
	total: number;
	items: Pick<FoundResource, 'slug' | 'kind' | 'outcome' | 'title' | 'language' | 'owner'>[];
}

/** The newest of what is asked, as another page names them; none while the database is away, for that page can do without. */
export async function fewResources(
	client: TypedClient,
	index: DirectoryIndex,
	query: ResourceQuery
): Promise<FewResources> {
	const found = await currentContentVersion()
		.then(() => searchResources(client, index, query))
		.catch((cause: unknown) => {
			if (isAway(cause)) return undefined;
			throw cause;
		});
	if (!found) return { total: 0, items: [] };
	const { total, items } = found;
	return {
		total,
		items: items.slice(0, FEW).map(({ slug, kind, outcome, title, language, owner }) => ({
			slug,
			kind,
			outcome,
			title,
			language,
			owner
		}))
	};
}
