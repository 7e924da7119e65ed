import { env } from '$env/dynamic/private';

/** Who runs this installation and answers for it; configuration, because the software cannot know. */
export interface Operator {
	/** `OPERATOR_NAME`: the organisation. */
	name?: string;
	/** `OPERATOR_ADDRESS`: postal address on one line. */
	address?: string;
	/** `OPERATOR_EMAIL`: where questions go. */
	email?: string;
	/** `OPERATOR_DPO_EMAIL`: the data protection officer, which a public body has. */
	dpoEmail?: string;
}

/** What is not set is left out: pages then say "the operator of this website" and point to the contact form. */
export function operator(): Operator {
	return {
		name: env.OPERATOR_NAME?.trim() || undefined,
		address: env.OPERATOR_ADDRESS?.trim() || undefined,
		email: env.OPERATOR_EMAIL?.trim() || undefined,
		dpoEmail: env.OPERATOR_DPO_EMAIL?.trim() || undefined
	};
}
