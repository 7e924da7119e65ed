export const isRecord = (input: unknown): input is Record<string, unknown> =>
	typeof input === 'object' && input !== null && !Array.isArray(input);

/**
 * Data that a map draws. What it must be is judged by hand: every page with a map would load a library for it.
 * @throws when it does not arrive, is not what it should be, or `signal` is aborted
 */
export async function fetchJson<Data>(
	url: string,
	isData: (input: unknown) => input is Data,
	signal: AbortSignal
): Promise<Data> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	const input: unknown = await response.json();
	if (!isData(input)) throw new Error(`${url} is not what a map draws`);
	return input;
}
