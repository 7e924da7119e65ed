/** Days in forms. */
import * as v from 'valibot';

const daySchema = v.union([
	v.pipe(
		v.literal(''),
		v.transform(() => null)
	),
	v.pipe(v.string(), v.isoDate())
]);

/** @returns null for none, undefined for what is no day */
export function dayIn(sent: FormData, name: string): string | null | undefined {
	const read = v.safeParse(daySchema, sent.get(name));
	return read.success ? read.output : undefined;
}

/** In Belgium, as ISO 8601. */
export const today = (now = new Date()): string =>
	new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', dateStyle: 'short' }).format(now);
