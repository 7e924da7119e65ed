import { deskCard } from '$lib/desk/vcard';
import { openingHoursLines } from '$lib/domain/openingHours/text';
import { withPlainSpaces } from '$lib/domain/text/noBreak';
import { localPath } from '$lib/base/i18n/localPath';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { requireDesk } from '$lib/desk/desk.server';
import type { RequestHandler } from './$types';

/** One desk for an address book. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { found } = await requireDesk(params.slug);
	const { desk, owner } = found;
	const card = deskCard({
		desk,
		owner: owner.name,
		locale: getLocale(),
		url: url.origin + localPath(`/loketten/${desk.slug}`),
		note: ((desk.openingHours && openingHoursLines(desk.openingHours, getLocale(), new Date())) || []).map(
			withPlainSpaces
		)
	});
	return new Response(card, {
		headers: {
			'content-type': 'text/vcard; charset=utf-8',
			'content-disposition': `attachment; filename="${desk.slug}.vcf"`,
			'cache-control': 'no-cache'
		}
	});
};
