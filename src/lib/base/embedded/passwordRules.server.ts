/**
 * What the embedded Auth does not judge of a new password by itself. On Supabase it is the least length and *Leaked password
 * protection* in the settings of Auth.
 */
import * as v from 'valibot';
import { passwordProblem } from '../../domain/account/password.ts';

const CHOOSES = /^(POST \/auth\/v1\/signup|PUT \/auth\/v1\/user)$/;
// Whatever else is sent, and in whatever shape, the password is judged.
const text = v.fallback(v.string(), '');
const chosen = v.object({
	password: v.string(),
	email: v.optional(text, ''),
	data: v.fallback(v.object({ full_name: v.optional(text, '') }), { full_name: '' })
});

/** @returns undefined for a request that chooses no password, or one that will do */
export async function refusedPassword(request: Request): Promise<Response | undefined> {
	if (!CHOOSES.test(`${request.method} ${pathOf(request)}`)) return undefined;
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

/** As Auth reads it: `/auth/v1/%73ignup` is the same place. */
function pathOf(request: Request): string {
	const { pathname } = new URL(request.url);
	try {
		return decodeURIComponent(pathname);
	} catch {
		return pathname;
	}
}
