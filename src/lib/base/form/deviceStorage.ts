/** What this tab keeps for itself. @returns null where the browser was told to keep nothing */
export function deviceStorage(): Storage | null {
	try {
		return sessionStorage;
	} catch {
		return null;
	}
}
