/** What a page depends on that says whether a desk is open. */
export const CLOCK = 'finder:clock';

const MINUTE_MS = 60_000;

/** Opening hours know no seconds, and a page of one minute has the same bytes for everybody. */
export const thisMinute = (): Date => new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
