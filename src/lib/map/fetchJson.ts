/**
 * Data of our own that a map draws.
 * @throws when it does not arrive, or `signal` is aborted
 */
export async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return (await response.json()) as T;
}
