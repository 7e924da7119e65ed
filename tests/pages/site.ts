/**
 * The built site over a backend in this process, started once a worker. Each test meets the rows as its file's `beforeAll`
 * left them, and no mail.
 */
import { beforeAll, beforeEach, vi } from 'vitest';
import { startMailServer, type MailServer } from '../../src/lib/base/mail/smtp.fixture.ts';
import { backendOfWorker, useDatabase } from '../database/useDatabase.ts';
import { makePerson, type Person, type PersonOptions } from '../fixtures/people.ts';
import { sessionCookies } from '../fixtures/session.ts';
import { startBuiltSite, type BuiltSite } from '../policies/builtSite.ts';
import { Visitor } from './visitor.ts';

export interface Mail {
	to: string;
	subject: string;
	text: string;
	html: string;
	headers: Record<string, string>;
}

export interface Site {
	/** Without slash at the end. */
	readonly url: string;
	/** What its server wrote to its log so far, in this worker. */
	output(): string;
	/** A new one, with a browser of their own. */
	visitor(): Visitor;
	/** As the owner of the database: sql`select ${value}`. @returns the rows of the answer */
	sql<Row extends object = Record<string, unknown>>(
		query: TemplateStringsArray,
		...parameters: unknown[]
	): Promise<Row[]>;
	/** The same for a query that is put together. */
	query<Row extends object>(text: string, parameters?: unknown[]): Promise<Row[]>;
	person(options: PersonOptions): Promise<Person>;
	/** Signed in already. */
	administrator(): Promise<{ admin: Person; visitor: Visitor }>;
	/** In the browser of a new visitor, by default. */
	signIn(person: Person, visitor?: Visitor): Promise<Visitor>;
	/** All mail to one address so far, newest first: of the site and of Auth. */
	mailsTo(address: string): Mail[];
	/** Waits for a mail. @param subject a part of it @returns the newest that fits */
	mailTo(address: string, subject?: string | RegExp): Promise<Mail>;
}

interface Started {
	built: BuiltSite;
	mail: MailServer;
}

/** Time for a build as well. */
const STARTING_MS = 400_000;

const started = new Map<boolean, Promise<Started>>();

/** @param exampleData the invented participants, desks and accounts */
export function useSite({ exampleData = true } = {}): Site {
	const embedded = useDatabase({ exampleData });
	let site: Started | undefined;
	const now = (): Started => {
		if (!site) throw new Error('The site is there from beforeAll on.');
		return site;
	};

	beforeAll(async () => {
		let starting = started.get(exampleData);
		if (!starting) started.set(exampleData, (starting = start(exampleData)));
		site = await starting;
	}, STARTING_MS);
	beforeEach(() => {
		now().mail.received.length = 0;
	});

	const mailsTo = (address: string): Mail[] => {
		const ofSite = now()
			.mail.received.filter(({ to }) => to.some((one) => one.toLowerCase() === address.toLowerCase()))
			.map(({ to, mail: { subject = '', text = '', html = '', date = '', headers } }) => ({
				...{ to: to.join(), subject, text, html, sentAt: date },
				headers: Object.fromEntries(headers.map(({ key, value }) => [key, value]))
			}));
		return ofSite.toReversed();
	};

	const query = async <Row extends object>(text: string, parameters: unknown[] = []): Promise<Row[]> =>
		(await embedded.exclusively((db) => db.query<Row>(text, parameters))).rows;

	const person: Site['person'] = (options) =>
		embedded.exclusively((db) => makePerson((text, parameters) => db.query(text, parameters), options));
	const signIn: Site['signIn'] = async (who, visitor = new Visitor(now().built.url)) => {
		const cookies = await sessionCookies(now().built.backendUrl, embedded.publishableKey, who);
		for (const { name, value } of cookies) await visitor.keepCookie(name, value);
		return visitor;
	};

	return {
		get url() {
			return now().built.url;
		},
		output: () => now().built.output(),
		visitor: () => new Visitor(now().built.url),
		sql: (parts, ...parameters) =>
			query(
				parts.reduce((text, part, place) => `${text}$${place}${part}`),
				parameters
			),
		query,
		person,
		signIn,
		administrator: async () => {
			const admin = await person({ fullName: 'Ada Beheer', status: 'approved', role: 'admin' });
			return { admin, visitor: await signIn(admin) };
		},
		mailsTo,
		mailTo: (address, subject = '') =>
			vi.waitFor(
				() => {
					const found = mailsTo(address).find((mail) => mail.subject.match(subject));
					if (!found) throw new Error(`No mail "${subject}" to ${address}.`);
					return found;
				},
				{ timeout: 60_000, interval: 20 }
			)
	};
}

async function start(exampleData: boolean): Promise<Started> {
	const mail = await startMailServer();
	const built = await startBuiltSite(await backendOfWorker(exampleData), {
		SMTP_URL: mail.url,
		UNDO_SECONDS: '600',
		// What changed is seen at once, no attempt is slowed down, and a busy machine is waited for.
		DIRECTORY_RECHECK_MS: '0',
		ATTEMPT_STEP_MS: '20',
		REQUEST_TIMEOUT_MS: '120000'
	});
	// The worker is told to end when its last file has.
	process.once('SIGTERM', () => process.exit());
	process.once('disconnect', () => process.exit());
	process.once('exit', () => void built.stop());
	return { built, mail };
}
