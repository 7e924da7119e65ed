/** What differs from one build or run to the next and says nothing: hashes of files and classes, ids, tokens, ports. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** @param text of one page, answer or mail */
export function normalised(text: string): string {
	const ids = new Map<string, number>();
	const nth = (id: string) => {
		if (!ids.has(id)) ids.set(id, ids.size + 1);
		return `id-${ids.get(id) ?? 0}`;
	};
	return text
		.replaceAll(/127\.0\.0\.1:\d+/g, 'SITE')
		.replaceAll(/(?<=_app\/immutable\/)[\w./-]+/g, (path) => path.replaceAll(/[\w-]{8}(?=\.\w+$)/g, 'HASH'))
		.replaceAll(/\bsvelte-[a-z0-9]{5,8}\b/g, 'svelte')
		.replaceAll(/sha256-[\w+/=]+/g, 'sha256')
		.replaceAll(/__sveltekit_\w+/g, '__sveltekit')
		.replaceAll(/(?<=token(?:_hash)?=)[\w.%-]+/g, 'TOKEN')
		.replaceAll(UUID, nth);
}
