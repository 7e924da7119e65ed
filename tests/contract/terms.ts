/** What a promise is made in: the backend it is held against, and the people in it. */
import type { Session } from '@supabase/supabase-js';
import type { Ability, Ask, BackendUnderTest } from './backends/backend.ts';
import type { AnyClient } from './clients.ts';

export interface Registered {
	email: string;
	password: string;
	id: string;
}

export interface SignedIn extends Registered {
	/** Holds the session. */
	client: AnyClient;
	session: Session;
}

export interface Contract {
	/** To be called in a test. */
	backend(): BackendUnderTest;
	/** One statement, as the owner of the database. */
	ask: Ask;
	/** One of three people with a session, made when first asked for: for tests that change nothing about them. */
	somebody(which: 0 | 1 | 2): Promise<SignedIn>;
	/** A test that is skipped, and says so, where the backend lacks an ability. */
	needs(...abilities: Ability[]): (title: string, promise: () => Promise<void>) => void;
}
