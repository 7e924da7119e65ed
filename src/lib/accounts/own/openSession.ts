/** A browser in which somebody is signed in. */
export interface OpenSession {
	id: string;
	startedAt: string;
	/** To the hour: when its token was renewed. */
	usedAt: string;
	/** When it ends without being used again. */
	endsAt: string;
	/** As the browser calls itself; null where Auth does not note it. */
	device: string | null;
	isCurrent: boolean;
}
