/** What this browser remembers about the links in its mails, in cookies no script can read. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { ownPath } from '$lib/domain/access/ownPath';
import { backend } from '$lib/base/database/backend.server';
import { serverCookie } from '$lib/base/http/cookies.server';
import { keyOf } from '$lib/base/database/rateLimit.server';
import type { MailLink } from './confirmation.server';

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

const NEXT = 'after-sign-in';
const USED = 'used-link';
const ASKED = 'asked-account';
/** As long as a link works. */
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
/** As long as an account waits for its address to be proven. */
const MONTH_SECONDS = 30 * DAY_SECONDS;

/** Where to go once the link that is mailed now is followed; the mail itself cannot say. */
export function rememberNext(event: Event, next: string | undefined): void {
	if (next === undefined) event.cookies.delete(NEXT, serverCookie(event));
	else event.cookies.set(NEXT, next, { ...serverCookie(event), maxAge: HOUR_SECONDS });
}

/** Tells it once. */
export function takeNext(event: Event): string | undefined {
	const next = ownPath(event.cookies.get(NEXT));
	event.cookies.delete(NEXT, serverCookie(event));
	return next;
}

/** Auth does not tell a used link from one that is too old; the browser that used it can. */
export function rememberUsed(event: Event, link: MailLink): void {
	event.cookies.set(USED, mark(link), { ...serverCookie(event), maxAge: DAY_SECONDS });
}

export const wasUsedHere = ({ cookies }: Pick<Event, 'cookies'>, link: MailLink): boolean =>
	cookies.get(USED) === mark(link);

/**
 * Whose account was asked for in this browser.
 * @param accountId null where there was an account already: what is remembered looks the same and fits none
 */
export function rememberAsked(event: Event, accountId: string | null): void {
	const value = accountId === null ? randomBytes(32).toString('hex') : request(accountId);
	event.cookies.set(ASKED, value, { ...serverCookie(event), maxAge: MONTH_SECONDS });
}

export function wasAskedHere({ cookies }: Pick<Event, 'cookies'>, accountId: string): boolean {
	const given = Buffer.from(cookies.get(ASKED) ?? '');
	const expected = Buffer.from(request(accountId));
	return given.length === expected.length && timingSafeEqual(given, expected);
}

const request = (accountId: string): string => keyOf(`request ${accountId}`, backend().secretKey);

const mark = ({ tokenHash }: MailLink): string => keyOf(`link ${tokenHash}`, backend().secretKey);
