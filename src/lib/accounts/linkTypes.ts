/** What the links in Auth's mails are for, as Auth names it. */
export const LINK_TYPES = ['signup', 'recovery', 'magiclink', 'email_change'] as const;
export type LinkType = (typeof LINK_TYPES)[number];
