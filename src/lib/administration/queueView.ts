/** Which part of the queue is shown: the query of `/beheer/aanvragen`. */
import type { AccountRequest } from './account';

export interface QueueView {
	/** Whether those are shown who did not confirm their address yet. */
	unconfirmed: boolean;
	/** 1-based */
	page: number;
}

export const REQUESTS_PER_PAGE = 25;

export function readQueueView(parameters: URLSearchParams): QueueView {
	const page = parameters.get('pagina') ?? '';
	return {
		unconfirmed: parameters.get('tab') === 'onbevestigd',
		page: /^[1-9][0-9]{0,3}$/.test(page) ? Number(page) : 1
	};
}

/** With "?", or nothing for the first page of what can be decided. */
export function queueSearchString({ unconfirmed, page }: QueueView): string {
	const parameters = new URLSearchParams();
	if (unconfirmed) parameters.set('tab', 'onbevestigd');
	if (page > 1) parameters.set('pagina', String(page));
	return parameters.size > 0 ? `?${parameters}` : '';
}

export interface QueuePage {
	view: QueueView;
	requests: AccountRequest[];
	pageCount: number;
	counts: { ready: number; unconfirmed: number };
}

/** There is always a first page, also when nobody waits. */
export const lastPageOf = (count: number): number => Math.max(1, Math.ceil(count / REQUESTS_PER_PAGE));
