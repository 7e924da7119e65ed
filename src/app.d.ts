declare global {
	namespace App {
		interface Error {
			message: string;
			/** Shown to the person, and in the log beside what really happened. */
			id?: string;
		}
	}
}

export {};
