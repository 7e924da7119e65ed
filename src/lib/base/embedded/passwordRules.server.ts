/**
 * What the embedded Auth does not judge of a new password by itself. On Supabase it is the least length and *Leaked password
 * protection* in the settings of Auth.
 */
import * as v from 'valibot';
import { passwordProblem } from '../../domain/account/password.ts';

const CHOOSES = /^(POST \/auth\/v1\/signup|PUT \/auth\/v1\/user)$/;
const chosen = v.object({
	password: v.string(),
	email: v.optional(v.string(), ''),
	data: v.optional(v.object({ full_name: v.optional(v.string(), '') }), {})
});

/** @returns undefined for a request that chooses no password, or one that will do */
export async function refusedPassword(request: Request): Promise<Response | undefined> {
	if (!CHOOSES.test(`${request.method} ${new URL(request.url).pathname}`)) return undefined;
	const body: unknown = await request
		.clone()
		.json()
		.catch(() => undefined);
	const { success, output } = v.safeParse(chosen, body);
	if (!success) return undefined;
	const problem = passwordProblem(
		output.password,
		[output.data.full_name ?? '', output.email].filter(Boolean)
	);
	if (problem === null || problem === 'missing') return undefined;
	const reasons = [problem === 'short' ? 'length' : 'pwned'];
	return Response.json(
		{ code: 422, error_code: 'weak_password', msg: 'Password is too weak', weak_password: { reasons } },
		{ status: 422 }
	);
}
