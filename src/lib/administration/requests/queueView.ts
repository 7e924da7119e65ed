/** Which part of the queue is shown: the query of `/beheer/aanvragen`. */
import { defineQuery, flag, named, pageNumber, type QueryOf } from '$lib/domain/query/query';
import type { AccountRequest } from '../account';

export const queueQuery = defineQuery({
	/** Whether those are shown who did not confirm their address yet. */
	unconfirmed: named('tab', flag('onbevestigd')),
	page: named('pagina', pageNumber())
});

export type QueueView = QueryOf<typeof queueQuery>;

export const REQUESTS_PER_PAGE = 25;

export interface QueuePage {
	view: QueueView;
	requests: AccountRequest[];
	pageCount: number;
	counts: { ready: number; unconfirmed: number };
}

/** There is always a first page, also when nobody waits. */
export const lastPageOf = (count: number): number => Math.max(1, Math.ceil(count / REQUESTS_PER_PAGE));
