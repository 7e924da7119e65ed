/** What things of an account are called in the page's language. */
import type { Notification, Position, Role, VisibleField } from '$lib/domain/account/account';
import { m } from '$lib/base/i18n/paraglide/messages.js';

const POSITION_LABELS: Record<Position, () => string> = {
	staff: m.accounts_own_position_staff,
	elected: m.accounts_own_position_elected
};
export const positionLabel = (position: Position): string => POSITION_LABELS[position]();

const ROLE_LABELS: Record<Role, () => string> = {
	member: m.accounts_own_role_member,
	editor: m.accounts_own_role_editor,
	admin: m.accounts_own_role_admin
};
export const roleLabel = (role: Role): string => ROLE_LABELS[role]();

const VISIBLE_FIELD_LABELS: Record<VisibleField, () => string> = {
	job_title: m.accounts_own_field_job_title,
	phone: m.accounts_own_field_phone,
	bio: m.accounts_own_field_bio,
	expertise: m.accounts_own_field_expertise
};
export const visibleFieldLabel = (field: VisibleField): string => VISIBLE_FIELD_LABELS[field]();

const NOTIFICATION_LABELS: Record<Notification, () => string> = {
	new_request: m.accounts_own_notify_new_request,
	new_colleague: m.accounts_own_notify_new_colleague,
	desk_work: m.accounts_own_notify_desk_work,
	first_message: m.accounts_own_notify_first_message,
	digest: m.accounts_own_notify_digest
};
export const notificationLabel = (notification: Notification): string => NOTIFICATION_LABELS[notification]();
