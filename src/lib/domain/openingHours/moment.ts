/** When somebody can come, as it stands in an address; apart from what judges it, which a browser need not have. */

/** `avond`: after five. */
export const MOMENTS = ['nu', 'vandaag', 'zaterdag', 'avond'] as const;
export type Moment = (typeof MOMENTS)[number];
