/** What differs from one build or run to the next and says nothing: hashes of files and classes, ids, tokens, moments. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** @param text of one page, answer or mail */
export function normalised(text: string): string {
	return (
		text
			.replaceAll(/127\.0\.0\.1:\d+/g, 'SITE')
			.replaceAll(/(?<=_app\/immutable\/)[\w./-]+/g, (path) => path.replaceAll(/[\w-]{8}(?=\.\w+$)/g, 'HASH'))
			.replaceAll(/\bsvelte-[a-z0-9]{5,8}\b/g, 'svelte')
			.replaceAll(/sha256-[\w+/=]+/g, 'sha256')
			// What a page is made from, for the scripts: the page itself shows it.
			.replaceAll(/__sveltekit\w* = [^]*?(?=<\/script)/g, '__sveltekit')
			.replaceAll(/(?<=[?&;]v=|"edition":")[\w-]{22}/g, 'EDITION')
			.replaceAll(/(?<=\.)[0-9a-f]{8}(?=@)/g, 'SOMEBODY')
			.replaceAll(/(\d\d:\d\d:\d\d)\.\d{1,6}(?=\+|Z)/g, '$1')
			// A code of an address with a port in it.
			.replaceAll(/(?<=crispEdges"[^]{0,120}<path d=")[^"]+/g, 'CODE')
			.replaceAll(/(?<=token(?:_hash)?=)[\w.%-]+/g, 'TOKEN')
			.replaceAll(UUID, 'ID')
	);
}
