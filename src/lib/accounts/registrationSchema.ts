import * as v from 'valibot';
import { ACCOUNT_LIMITS, POSITIONS, type Position } from '$lib/domain/account/account';
import { passwordProblem } from '$lib/domain/account/password';
import { characters, cleanText, isWithinReach, onOneLine } from '$lib/domain/text/text';
import { formatNumber } from '$lib/base/i18n/format';
import { m } from '$lib/base/i18n/paraglide/messages.js';
import type { GovernmentChoice } from '$lib/directory/governmentChoice';
import { passwordAdvice } from './passwordRules';
import { email, fullName, jobTitle, newPassword } from './personFields';
import type { FormProblem } from '$lib/base/form/outcome';

export const SIGN_IN_WAYS = ['password', 'link'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** A string rather than the answer itself: nothing is chosen beforehand, and anything can be posted. */
const position = v.pipe(
	v.optional(v.string(), ''),
	v.transform((answer): Position | '' => POSITIONS.find((one) => one === answer) ?? ''),
	v.check((answer) => answer !== '', m.accounts_own_position_missing)
);

const signInWith = v.pipe(
	v.optional(v.string(), 'password'),
	v.transform((answer): SignInWay => (answer === 'link' ? 'link' : 'password'))
);

/** Characters: more than any local government has in its name. */
const LONGEST_GOVERNMENT = 500;

const governmentName = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(LONGEST_GOVERNMENT, m.accounts_government_unknown),
	v.transform(onOneLine)
);

const motivationLong = ({ input }: { input: string }) =>
	m.accounts_register_motivation_long({
		limit: formatNumber(ACCOUNT_LIMITS.motivation),
		over: formatNumber(characters(input) - ACCOUNT_LIMITS.motivation)
	});

/** Who asks for an account, and how that person wants to sign in. */
export const registrationSchema = v.pipe(
	v.object({
		fullName,
		jobTitle,
		position,
		government: v.pipe(
			governmentName,
			v.check((typed) => typed !== '', m.accounts_government_missing)
		),
		governmentChoice: governmentName,
		governmentAsked: governmentName,
		email,
		signInWith,
		/** As typed: spaces count too. */
		password: newPassword,
		motivation: v.pipe(
			v.optional(v.string(), ''),
			v.check((motivation) => isWithinReach(motivation, ACCOUNT_LIMITS.motivation), motivationLong),
			v.transform(cleanText),
			v.check((motivation) => characters(motivation) <= ACCOUNT_LIMITS.motivation, motivationLong)
		),
		consent: v.pipe(
			v.optional(v.boolean(), false),
			v.check((agreed) => agreed, m.accounts_register_consent_missing)
		)
	}),
	// Also while other fields are wrong: one round of errors, not two.
	v.rawCheck(({ dataset, addIssue }) => {
		const form = v.safeParse(passwordParts, dataset.value);
		if (!form.success || form.output.signInWith === 'link') return;
		const { password, fullName, email } = form.output;
		const problem = passwordProblem(password, [fullName, email]);
		if (!problem) return;
		addIssue({
			message: passwordAdvice(problem),
			path: [{ type: 'object', origin: 'value', input: form.output, key: 'password', value: password }]
		});
	})
);

const passwordParts = v.object({
	signInWith: v.string(),
	password: v.string(),
	fullName: v.string(),
	email: v.string()
});

export type RegistrationForm = v.InferOutput<typeof registrationSchema>;

export type RegistrationProblem =
	| FormProblem
	/** What was typed names no local government of today, but may mean one of these. */
	| { kind: 'choices'; choices: GovernmentChoice[] };
