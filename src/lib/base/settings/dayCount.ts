const LONGEST = 3_650;

/**
 * A setting that is a number of days.
 * @throws when it is something else; at the start rather than silently never
 */
export function dayCount(
	settings: Readonly<Record<string, string | undefined>>,
	name: string,
	usual: number
): number {
	const value = settings[name]?.trim();
	if (!value) return usual;
	const count = /^[1-9][0-9]*$/.test(value) ? Number(value) : Number.NaN;
	if (!(count <= LONGEST)) throw new Error(`${name} must be a whole number of days, from 1 to ${LONGEST}.`);
	return count;
}
