import { redirect } from '@sveltejs/kit';
import { message, superValidate } from 'sveltekit-superforms';
import { valibot } from 'sveltekit-superforms/adapters';
import type { SendProblem } from '$lib/contact/messageFields';
import { reportSchema, type ReportForm } from '$lib/desk/reports/reportSchema';
import { localPath } from '$lib/i18n/localPath';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { requireDesk } from '$lib/server/desk';
import { storeDeskReport } from '$lib/server/deskReports';
import { logError } from '$lib/server/http/errors';
import { deliverSoon } from '$lib/server/mail';
import type { Actions, PageServerLoad } from './$types';

const EMPTY: ReportForm = { topic: '', message: '', email: '', trap: '' };

const validate = (data?: FormData) =>
	superValidate<ReportForm, SendProblem>(data, valibot(reportSchema, { defaults: EMPTY }));

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	const { found } = await requireDesk(params.slug);
	// A page that may hold somebody's words is kept by no cache.
	setHeaders({ 'cache-control': 'no-store' });
	const { slug, name } = found.desk;
	return { desk: { slug, name }, owner: found.owner.name, form: await validate() };
};

export const actions: Actions = {
	default: async ({ params, request, getClientAddress, setHeaders }) => {
		const { found } = await requireDesk(params.slug);
		const form = await validate(await request.formData());
		if (form.data.trap !== '') {
			form.data.trap = '';
			return message(form, { kind: 'confirm' }, { status: 400 });
		}
		const { topic, message: text, email } = form.data;
		if (!form.valid || topic === '') return message(form, undefined, { status: 400 });

		const report = { deskId: found.desk.id, topic, message: text, email, locale: getLocale() };
		let waitSeconds: number;
		try {
			waitSeconds = await storeDeskReport(report, getClientAddress());
		} catch (cause) {
			return message(form, { kind: 'unavailable', id: logError(cause, request) }, { status: 503 });
		}
		if (waitSeconds > 0) {
			setHeaders({ 'retry-after': String(waitSeconds) });
			return message(form, { kind: 'too-many', minutes: Math.ceil(waitSeconds / 60) }, { status: 429 });
		}
		deliverSoon();
		redirect(303, localPath(`/loketten/${found.desk.slug}/melding/bedankt`));
	}
};
