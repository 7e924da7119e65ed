/** The people behind accounts: what they are called in the database, and what is read of them. Types only, and lists. */
import type { Locale } from '../directory/directory.ts';

export const ACCOUNT_STATUSES = ['pending', 'approved', 'rejected', 'suspended'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

export const ROLES = ['member', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Staff (medewerker) or elected (politiek mandataris). */
export const POSITIONS = ['staff', 'elected'] as const;
export type Position = (typeof POSITIONS)[number];

/** What a person can show colleagues beside name and local government. */
export const VISIBLE_FIELDS = ['job_title', 'phone', 'bio', 'expertise'] as const;
export type VisibleField = (typeof VISIBLE_FIELDS)[number];

/**
 * Mail that a person can switch off; `new_request` only reaches administrators, `desk_work` who keeps desks. Who wants no
 * `first_message` cannot be written to by colleagues.
 */
export const NOTIFICATIONS = [
	'new_request',
	'new_colleague',
	'desk_work',
	'first_message',
	'digest'
] as const;
export type Notification = (typeof NOTIFICATIONS)[number];

/** Somebody's own account. Dates are ISO 8601. */
export interface Account {
	id: string;
	email: string;
	status: AccountStatus;
	role: Role;
	fullName: string;
	jobTitle: string;
	position: Position;
	/** Null only for an administrator of the platform. */
	localGovernmentId: string | null;
	/** E.164 */
	phone: string | null;
	bio: string | null;
	motivation: string | null;
	/** Shown to colleagues. */
	listed: boolean;
	visibleFields: VisibleField[];
	notifications: Notification[];
	locale: Locale;
	pausedAt: string | null;
	consentedAt: string;
	createdAt: string;
}

/** What every page may know of who is looking. */
export type AccountSummary = Pick<Account, 'id' | 'fullName' | 'status' | 'role'>;

/** Characters (Unicode code points), the same numbers as the constraints of `profile` in the database. */
export const ACCOUNT_LIMITS = {
	fullName: 100,
	jobTitle: 150,
	bio: 2_000,
	motivation: 2_000,
	reason: 2_000,
	email: 254,
	passwordMin: 10,
	/** Bytes in UTF-8: what bcrypt reads of a password; the rest would not count. */
	passwordBytes: 72
} as const;
