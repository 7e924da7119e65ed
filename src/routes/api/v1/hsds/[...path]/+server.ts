import { directoryEndpoint } from '$lib/api/endpoint.server';
import { answerAt } from '$lib/api/hsds/answers.server';

/** The standard writes the first address with a slash at its end, and some clients write the others so. */
export const trailingSlash = 'ignore';

export const { GET, OPTIONS, fallback } = directoryEndpoint(({ url, params }, index) => {
	const answer = answerAt(index, params.path ?? '', url);
	return { contentType: 'application/json', body: () => JSON.stringify(answer()), followsDay: true };
});
