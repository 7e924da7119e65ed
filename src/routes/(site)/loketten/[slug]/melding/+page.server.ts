import { redirect } from '@sveltejs/kit';
import { valibot } from 'sveltekit-superforms/adapters';
import type { TrapSprung } from '$lib/contact/messageFields';
import { reportSchema, type ReportForm } from '$lib/reports/reportSchema';
import { localPath } from '$lib/base/i18n/localPath';
import { getLocale } from '$lib/base/i18n/paraglide/runtime.js';
import { bodyName } from '$lib/domain/government/bodyName';
import { requireDesk } from '$lib/desk/desk.server';
import { storeDeskReport } from '$lib/reports/deskReports.server';
import { defineForm, haveToWait } from '$lib/base/form/form.server';
import { deliverSoon } from '$lib/mail/index.server';
import { intoTrap } from '$lib/contact/trap.server';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: ReportForm = { topic: '', message: '', email: '', trap: '' };
const report = defineForm<ReportForm, TrapSprung>({ schema: valibot(reportSchema, { defaults: EMPTY }) });

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	const { found } = await requireDesk(params.slug);
	// A page that may hold somebody's words is kept by no cache.
	setHeaders({ 'cache-control': 'no-store' });
	const { slug, name } = found.desk;
	return {
		desk: { slug, name },
		owner: bodyName(found.owner, found.home.municipality, getLocale()),
		form: await report.open()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { desk } = (await requireDesk(event.params.slug)).found;
		return report.send(event, {
			judge: intoTrap,
			act: async ({ data: { topic, message, email } }) => {
				if (topic === '') return undefined;
				const seconds = await storeDeskReport(
					{ deskId: desk.id, topic, message, email, locale: getLocale() },
					event.getClientAddress()
				);
				if (seconds > 0) return haveToWait(event, seconds);
				deliverSoon();
				redirect(303, localPath(`/loketten/${desk.slug}/melding/bedankt`));
			}
		});
	}
};
