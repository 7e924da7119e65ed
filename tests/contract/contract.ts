/** The promises that this project relies on, held against one backend. Each says which abilities it needs to be kept. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Ask, BackendUnderTest, Kind } from './backends/backend.ts';
import { makeOwnObjects, removeTraces } from './ownObjects.ts';
import { makeSignedIn } from './people.ts';
import { promisesAboutAccounts } from './promises/accounts.ts';
import { promisesAboutErrors } from './promises/errors.ts';
import { promisesAboutGrants } from './promises/grants.ts';
import { promisesAboutMail } from './promises/mail.ts';
import { promisesAboutRequestsAtOnce } from './promises/requestsAtOnce.ts';
import { promisesAboutRows } from './promises/rows.ts';
import { promisesAboutSessions } from './promises/sessions.ts';
import { promisesAboutTokens } from './promises/tokens.ts';
import { promisesAboutValues } from './promises/values.ts';
import type { Contract, SignedIn } from './terms.ts';

export function holdContract(kind: Kind): void {
	describe(kind.name, () => {
		let backend: BackendUnderTest | undefined;
		const opened = (): BackendUnderTest => {
			if (!backend) throw new Error('The backend is not open yet.');
			return backend;
		};
		const ask: Ask = (sql, parameters) => opened().exclusively((inside) => inside(sql, parameters));

		beforeAll(async () => {
			backend = await kind.open();
			if (!kind.abilities.has('database')) return;
			// A run that was killed may have left something.
			await removeTraces(backend);
			await makeOwnObjects(backend);
		});
		afterAll(async () => {
			try {
				if (backend && kind.abilities.has('database')) await removeTraces(backend);
			} finally {
				await backend?.close();
			}
		});

		const people = new Map<number, Promise<SignedIn>>();
		const contract: Contract = {
			backend: opened,
			ask,
			somebody(which) {
				const known = people.get(which) ?? makeSignedIn(contract, `somebody-${which}`);
				people.set(which, known);
				return known;
			},
			needs(...abilities) {
				const missing = abilities.filter((ability) => !kind.abilities.has(ability));
				if (missing.length === 0) return (title, promise) => it(title, promise);
				return (title, promise) => it.skip(`${title} (needs: ${missing.join(', ')})`, promise);
			}
		};
		for (const promises of [
			promisesAboutGrants,
			promisesAboutRows,
			promisesAboutErrors,
			promisesAboutValues,
			promisesAboutTokens,
			promisesAboutAccounts,
			promisesAboutMail,
			promisesAboutSessions,
			promisesAboutRequestsAtOnce
		]) {
			promises(contract);
		}
	});
}
