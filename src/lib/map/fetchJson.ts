import * as v from 'valibot';

/**
 * Data that a map draws.
 * @throws when it does not arrive, is not what it should be, or `signal` is aborted
 */
export async function fetchJson<Data>(
	url: string,
	schema: v.GenericSchema<unknown, Data>,
	signal: AbortSignal
): Promise<Data> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return v.parse(schema, await response.json());
}
