/** Day of the last change (ISO). Whoever registers agrees to the statement of this day. */
export const PRIVACY_STATEMENT_DATE = '2026-11-30';
