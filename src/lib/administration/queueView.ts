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

/** A page that is no longer there, because somebody decided, becomes the last one. */
export function queuePage(all: AccountRequest[], { unconfirmed, page }: QueueView): QueuePage {
	const ready = all.filter(({ confirmedAt }) => confirmedAt !== null);
	const waiting = all.filter(({ confirmedAt }) => confirmedAt === null);
	const shown = unconfirmed ? waiting : ready;
	const pageCount = Math.max(1, Math.ceil(shown.length / REQUESTS_PER_PAGE));
	const current = Math.min(page, pageCount);
	return {
		view: { unconfirmed, page: current },
		requests: shown.slice((current - 1) * REQUESTS_PER_PAGE, current * REQUESTS_PER_PAGE),
		pageCount,
		counts: { ready: ready.length, unconfirmed: waiting.length }
	};
}
