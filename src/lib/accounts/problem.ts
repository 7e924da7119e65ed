/** Why something that was asked in the right way was not done. */
export type AttemptProblem =
	/** Asked too often; `minutes` until the next time. */
	| { kind: 'too-many'; minutes: number }
	/** It could not be done; `id` is in the log too. */
	| { kind: 'unavailable'; id: string }
	/** The server was not reached at all. */
	| { kind: 'offline' };
