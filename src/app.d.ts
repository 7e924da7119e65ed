// For `platform.req`.
import '@sveltejs/adapter-node';
import type { Session } from '$lib/accounts/session.server';

declare global {
	namespace App {
		interface Locals {
			session: Session;
		}
		interface Error {
			message: string;
			/** Of a page about something that is gone, where that was no desk. */
			title?: string;
			/** Shown to the person, and in the log beside what really happened. */
			id?: string;
			/** For an address that almost exists: pages that may have been meant, best first. `href` in the page's language. */
			suggestions?: { href: string; name: string }[];
			/** What stands above those; the question whether one of them was meant, without it. */
			suggested?: string;
		}
	}
}

export {};
