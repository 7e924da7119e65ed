import { fail, redirect } from '@sveltejs/kit';
import { localPath } from '$lib/base/i18n/localPath';
import { DESK_COLUMNS, GOVERNMENT_COLUMNS, synonymsOf, type Column } from '$lib/import/importColumns';
import type { FileProblemCode, ImportKind } from '$lib/import/importPlan';
import { orFailed } from '$lib/base/form/form.server';
import { logError, requireAnswer } from '$lib/base/http/errors.server';
import { FileProblem } from '$lib/import/fileProblem.server';
import { readRuns } from '$lib/import/importRuns.server';
import { kindOf, receiveFile } from '$lib/import/receiveFile.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request }) => {
	return {
		runs: await requireAnswer(readRuns(locals.session.client), request),
		columns: { loketten: namesOf(DESK_COLUMNS), besturen: namesOf(GOVERNMENT_COLUMNS) }
	};
};

const namesOf = (columns: readonly Column[]) => columns.map((name) => ({ name, also: synonymsOf(name) }));

interface Failure {
	kind: ImportKind;
	problem: { code: FileProblemCode; values: string[] } | null;
	/** Under which the log tells what really happened. */
	failed: string | null;
}

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const received = await orFailed(
			() => receiveFile(locals.session.client, form),
			(cause): Failure => {
				const kind = kindOf(form);
				return cause instanceof FileProblem
					? { kind, problem: { code: cause.code, values: cause.values }, failed: null }
					: { kind, problem: null, failed: logError(cause, request) };
			}
		);
		if (typeof received !== 'string') return fail(received.problem ? 400 : 503, received);
		redirect(303, `${localPath('/beheer/import')}/${received}`);
	}
};
