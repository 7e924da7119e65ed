import { env } from '$env/dynamic/private';
import { dayCount } from './dayCount';

/** Who runs this installation and answers for it; configuration, because the software cannot know. Undefined: not set. */
export interface Operator {
	/** `OPERATOR_NAME`: the organisation. */
	name: string | undefined;
	/** `OPERATOR_ADDRESS`: postal address on one line. */
	address: string | undefined;
	/** `OPERATOR_EMAIL`: where questions go. */
	email: string | undefined;
	/** `OPERATOR_PHONE`: for who would rather speak than write; as people dial it. */
	phone: string | undefined;
	/** `OPERATOR_DPO_EMAIL`: the data protection officer, which a public body has. */
	dpoEmail: string | undefined;
}

/** Where something is not set, pages say "the operator of this website" and point to the contact form. */
export function operator(): Operator {
	return {
		name: env.OPERATOR_NAME?.trim() || undefined,
		address: env.OPERATOR_ADDRESS?.trim() || undefined,
		email: env.OPERATOR_EMAIL?.trim() || undefined,
		phone: env.OPERATOR_PHONE?.trim() || undefined,
		dpoEmail: env.OPERATOR_DPO_EMAIL?.trim() || undefined
	};
}

/**
 * `BACKUP_DAYS`: the longest that whoever runs the site keeps a backup, as the privacy page promises.
 * @throws when it is no number of days
 */
export const backupDays = (settings: Record<string, string | undefined> = env): number =>
	dayCount(settings, 'BACKUP_DAYS', 30);
