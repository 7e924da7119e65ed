/** An origin that nothing of ours has: whatever leaves it leads elsewhere. */
const NOWHERE = 'https://nowhere.invalid';

const LONGEST = 1_000;

/**
 * Where somebody may be sent after signing in: a path on this site, with its query.
 * @param next what an address or a form said, so whatever anybody wrote there
 * @returns undefined for anything that could lead to another site, or that is no path
 */
export function ownPath(next: string | null | undefined): string | undefined {
	// A browser takes "\" for "/", and drops tabs and line ends before it reads an address.
	if (!next || next.length > LONGEST || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(next)) return undefined;
	if (!URL.canParse(next, NOWHERE)) return undefined;
	const { origin, pathname, search, hash } = new URL(next, NOWHERE);
	// "/.//elsewhere.example" is "//elsewhere.example" once its dot is gone.
	if (origin !== NOWHERE || pathname.startsWith('//')) return undefined;
	return pathname + search + hash;
}
