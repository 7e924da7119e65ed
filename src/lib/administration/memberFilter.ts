/** Which members are shown: the query of `/beheer/leden`, by the names in the address. */
import * as v from 'valibot';
import { ROLES } from '$lib/domain/account';

/** Requests that wait have a page of their own. */
export const MEMBER_STATUSES = ['approved', 'rejected', 'suspended'] as const;

const chosenOf = <const Options extends readonly string[]>(options: Options) =>
	v.fallback(v.nullable(v.picklist(options)), null);

const schema = v.object({
	/** Part of a name, address or function. */
	q: v.pipe(
		v.string(),
		v.transform((text) => text.toWellFormed().replaceAll('\0', '').trim().slice(0, 200))
	),
	status: chosenOf(MEMBER_STATUSES),
	rol: chosenOf(ROLES),
	/** Slug of a local government. */
	bestuur: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,100}$/))),
	/** 1-based */
	pagina: v.fallback(v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,4}$/), v.transform(Number)), 1)
});

export type MemberFilter = v.InferOutput<typeof schema>;

/** Whatever makes no sense filters nothing. */
export function readMemberFilter(parameters: URLSearchParams): MemberFilter {
	const bestuur = parameters.get('bestuur');
	return v.parse(schema, {
		q: parameters.get('q') ?? '',
		status: parameters.get('status'),
		rol: parameters.get('rol'),
		bestuur: bestuur !== null && /^[a-z0-9-]{1,100}$/.test(bestuur) ? bestuur : null,
		pagina: parameters.get('pagina')
	});
}

/** The query of an address, with "?", or nothing when nothing is filtered. */
export function memberSearchString({ q, status, rol, bestuur, pagina }: MemberFilter): string {
	const parameters = new URLSearchParams();
	if (q) parameters.set('q', q);
	if (status) parameters.set('status', status);
	if (rol) parameters.set('rol', rol);
	if (bestuur) parameters.set('bestuur', bestuur);
	if (pagina > 1) parameters.set('pagina', String(pagina));
	return parameters.size > 0 ? `?${parameters}` : '';
}
