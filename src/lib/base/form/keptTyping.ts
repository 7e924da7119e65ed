/**
 * What somebody typed in a form and could not send because the session had ended. It stays on the device, in the tab where
 * it was typed, for the account that typed it; another that arrives in that tab finds it gone.
 */
import * as v from 'valibot';
import { deLocalizeHref } from '$lib/base/i18n/paraglide/runtime.js';

/** The values of each control that holds another than the page gave it, by name. */
export type Typed = Record<string, string[]>;

export interface Whose {
	/** Id of the account. */
	account: string;
	/** As `formAddress` gives it. */
	form: string;
}

const kept = v.object({
	account: v.string(),
	form: v.string(),
	typed: v.record(v.string(), v.array(v.string())),
	/** On its way, by a form that leaves the page. */
	isSent: v.boolean(),
	/** The session ended, or the page could not be had. */
	isInterrupted: v.boolean()
});
export type Kept = v.InferOutput<typeof kept>;

const PREFIX = 'typed ';
const keyOf = ({ account, form }: Whose) => `${PREFIX}${account} ${form}`;

/** Where a form stands, in whatever language, and whatever was done before. */
export function formAddress({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): string {
	const query = new URLSearchParams(searchParams);
	for (const name of [...query.keys()]) {
		if (name === 'klaar' || name.startsWith('/')) query.delete(name);
	}
	const path = deLocalizeHref(pathname);
	return query.size === 0 ? path : `${path}?${query}`;
}

export function keep(
	storage: Storage,
	whose: Whose,
	typed: Typed,
	{ isSent = false, isInterrupted = false } = {}
): void {
	write(storage, { ...whose, typed, isSent, isInterrupted });
}

export const keptFor = (storage: Storage, whose: Whose): Kept | undefined => read(storage, keyOf(whose));

export const forget = (storage: Storage, whose: Whose): void => storage.removeItem(keyOf(whose));

export function forgetAll(storage: Storage): void {
	for (const key of keys(storage)) storage.removeItem(key);
}

const OTHER_TABS = 'typed';

/** Somebody signs out or leaves: nothing of what was typed stays on the device, in no tab. */
export function forgetEverywhere(storage: Storage | null): void {
	if (storage) forgetAll(storage);
	const others = new BroadcastChannel(OTHER_TABS);
	others.postMessage('forget');
	others.close();
}

/** @returns stops listening to what other tabs forget */
export function forgetWithOthers(storage: Storage): () => void {
	const others = new BroadcastChannel(OTHER_TABS);
	others.onmessage = () => forgetAll(storage);
	return () => others.close();
}

/**
 * The page asks to sign in: what was not sent is offered again afterwards.
 * @param next where that leads to
 * @returns whether something was typed there
 */
export function interrupt(storage: Storage, next: string): boolean {
	const all = every(storage);
	for (const one of all) write(storage, { ...one, isSent: false, isInterrupted: true });
	const address = formAddress(new URL(next, 'https://nowhere.invalid'));
	return all.some(({ form }) => form === address);
}

/**
 * A page arrived for whoever is signed in. What was sent has led here, unless the page says that it failed; what others
 * typed is none of theirs. A page for nobody says nothing: it may be the one that asks to sign in again.
 */
export function arrive(storage: Storage, account: string | undefined, hasFailed: boolean): void {
	if (account === undefined) return;
	for (const one of every(storage)) {
		if (one.account !== account) forget(storage, one);
		else if (one.isSent && hasFailed) write(storage, { ...one, isSent: false, isInterrupted: true });
		else if (one.isSent) forget(storage, one);
	}
}

/** Where there is no room for it nothing is kept, rather than what was typed earlier. */
function write(storage: Storage, one: Kept): void {
	try {
		storage.setItem(keyOf(one), JSON.stringify(one));
	} catch {
		forget(storage, one);
	}
}

/** What cannot be read was written by something else, or by an earlier edition of this. */
function read(storage: Storage, key: string): Kept | undefined {
	const text = storage.getItem(key);
	if (text === null) return undefined;
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), kept), text);
	return parsed.success ? parsed.output : undefined;
}

const keys = (storage: Storage): string[] =>
	Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) =>
		key.startsWith(PREFIX)
	);

const every = (storage: Storage): Kept[] => keys(storage).flatMap((key) => read(storage, key) ?? []);
