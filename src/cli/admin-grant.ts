/**
 * `npm run admin:grant -- <e-mail>`: makes somebody who has registered an administrator, in the Supabase of
 * `SUPABASE_URL` and `SUPABASE_SECRET_KEY`, or else in the data folder (`DATA_DIR`) while the site does not run.
 * Ends with 0 when that person is an administrator now, 3 when nobody registered with the address, 4 when the address
 * is not confirmed, 2 without an address, 1 for anything else.
 */
import { resolve } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import * as v from 'valibot';
import { grantAdmin } from '../lib/base/embedded/firstAdmin.server.ts';
import { DataDirLockedError } from '../lib/base/embedded/lock.server.ts';
import { withStoredDatabase } from '../lib/base/embedded/storedDatabase.server.ts';
import { reportAndExit, StartError } from './process.ts';

const outcomeSchema = v.picklist(['granted', 'already', 'unconfirmed', 'not_found']);
type Outcome = v.InferOutput<typeof outcomeSchema>;

const EXIT_CODES: Readonly<Record<Outcome, number>> = {
	granted: 0,
	already: 0,
	not_found: 3,
	unconfirmed: 4
};

const email = process.argv[2]?.trim();
const { SUPABASE_URL, SUPABASE_SECRET_KEY } = process.env;

try {
	if (!email) {
		console.error('Geef het e-mailadres: npm run admin:grant -- naam@gemeente.be');
		process.exitCode = 2;
	} else {
		const outcome = SUPABASE_URL ? await grantOver(SUPABASE_URL, email) : await grantInFolder(email);
		(EXIT_CODES[outcome] === 0 ? console.log : console.error)(sentence(outcome, email));
		process.exitCode = EXIT_CODES[outcome];
	}
} catch (error) {
	reportAndExit(error);
}

async function grantOver(url: string, address: string): Promise<Outcome> {
	if (!SUPABASE_SECRET_KEY) {
		throw new StartError(
			'SUPABASE_URL is ingesteld; geef ook SUPABASE_SECRET_KEY. / SUPABASE_URL is set; set SUPABASE_SECRET_KEY too.'
		);
	}
	const client = createClient(url, SUPABASE_SECRET_KEY, {
		auth: { persistSession: false, autoRefreshToken: false }
	});
	const { data, error } = await client.rpc('grant_admin', { p_email: address });
	if (error) {
		throw new StartError(
			`${url} gaf geen rechten: ${error.code} ${error.message} / ${url} did not grant: ${error.code} ${error.message}`
		);
	}
	return v.parse(outcomeSchema, data);
}

async function grantInFolder(address: string): Promise<Outcome> {
	const dataDir = resolve(process.env.DATA_DIR || '.data');
	try {
		const outcome = await withStoredDatabase(dataDir, (db) => grantAdmin(db, address));
		if (outcome !== undefined) return v.parse(outcomeSchema, outcome);
	} catch (error) {
		if (!(error instanceof DataDirLockedError)) throw error;
		throw new StartError(
			`De site draait en houdt ${dataDir} bezet${error.pid ? ` (proces ${error.pid})` : ''}. Stop ze, voer dit opnieuw uit en ` +
				'start ze weer. Of geef de rechten in de site zelf, bij Beheer, Leden. / ' +
				'The site is running and holds its data folder. Stop it, run this again and start it. Or grant the rights in the site ' +
				'itself.'
		);
	}
	throw new StartError(
		`In ${dataDir} staat nog geen database. Start de site eerst een keer met npm start. / ` +
			`There is no database in ${dataDir} yet. Start the site once with npm start.`
	);
}

function sentence(outcome: Outcome, address: string): string {
	switch (outcome) {
		case 'granted':
			return `${address} is nu goedgekeurd en beheerder.`;
		case 'already':
			return `${address} was al beheerder; er is niets veranderd.`;
		case 'unconfirmed':
			return `${address} is nog niet bevestigd. Open eerst de link in de mail, en voer dit dan opnieuw uit.`;
		case 'not_found':
			return `Niemand heeft zich geregistreerd met ${address}. Registreer je eerst op de site, en voer dit dan opnieuw uit.`;
	}
}
