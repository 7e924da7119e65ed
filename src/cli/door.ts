/**
 * What stands between the network and the built site: which names it answers to, what is answered from memory, and what static
 * files need.
 */
import { existsSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname, relative, resolve, sep } from 'node:path';
import type { KeptAnswers } from '../lib/base/http/responseCache.server.ts';
import { answersKept } from './keptAnswer.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

interface DoorOptions {
	/** See `isOriginSet`. */
	originSet: boolean;
	/** Address that the server listens on. */
	host: string;
	/** Folder of the files that are served as they are. */
	files: string;
	/** Which the site fills. */
	kept: KeptAnswers;
	/** Where the site finds its own address. */
	env: NodeJS.ProcessEnv;
}

/** For answers that do not come from a route; a route sets its own, which replace these. */
const HEADERS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'cross-origin-opener-policy': 'same-origin'
};
/**
 * Files are the same for everybody. A frame that another site closed off (`sandbox`) has no origin of its own, and asks for
 * our scripts and typeface as a stranger.
 */
const FILE_HEADERS = { 'x-frame-options': 'DENY', 'access-control-allow-origin': '*' };
/** Kinds of file that the server of static files has no type for. */
const TYPES: Readonly<Record<string, string>> = {
	'.ico': 'image/x-icon',
	'.pmtiles': 'application/vnd.pmtiles'
};
const ALLOWED = ['GET', 'HEAD'];

/** Whether the operator said at which address visitors reach the site, or which headers of a proxy say so. */
export function isOriginSet(env: NodeJS.ProcessEnv): boolean {
	return Boolean(env.ORIGIN || env.HOST_HEADER || env.PROTOCOL_HEADER);
}

/** Whether only this machine reaches a server that listens on this address. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * The site behind a door. Whoever runs it on their own machine without an `ORIGIN` reaches it under that machine's own
 * names only: a page elsewhere could lead its name here (DNS rebinding), and links to the site itself repeat the name.
 */
export function keepDoor(handler: Handler, { originSet, host, files, kept, env }: DoorOptions): Handler {
	const names =
		!originSet && isLoopback(host) ? new Set(['localhost', '127.0.0.1', '[::1]', host]) : undefined;
	const paths = staticPaths(files);
	const answered = answersKept(kept, env, Object.keys(HEADERS));
	return (request, response, next) => {
		const isNamed = !names || names.has(nameOf(request.headers.host));
		if (isNamed && answered(request, response)) return;
		request.keptAnswers = kept;
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		if (!isNamed) {
			refuse(
				response,
				421,
				'Deze site antwoordt alleen op localhost. Stel ORIGIN in om een andere naam te gebruiken. / ' +
					'This site only answers to localhost. Set ORIGIN to use another name.'
			);
		} else if (!paths.has(pathOf(request.url))) {
			handler(request, response, next);
		} else if (ALLOWED.includes(request.method ?? '')) {
			for (const [name, value] of Object.entries(FILE_HEADERS)) response.setHeader(name, value);
			describeFile(pathOf(request.url), response);
			handler(request, response, next);
		} else {
			response.setHeader('allow', ALLOWED.join(', '));
			refuse(response, 405, 'Method Not Allowed');
		}
	};
}

function describeFile(path: string, response: ServerResponse): void {
	const type = TYPES[extname(path)];
	if (type) response.setHeader('content-type', type);
	if (!path.endsWith('.pmtiles')) return;
	// Read in parts, and a browser keeps parts only under a strong tag. The name says what the content is.
	response.setHeader('etag', `"${basename(path)}"`);
	response.setHeader('accept-ranges', 'bytes');
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
	response.setHeader('x-frame-options', 'DENY');
	response.setHeader('cache-control', 'no-store');
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

/** A `Host` header without its port; '' for what is none. */
function nameOf(header: string | undefined): string {
	const [, name = ''] = /^([^:[\]]+|\[[\da-f:]+\])(?::\d*)?$/i.exec(header ?? '') ?? [];
	return name.toLowerCase();
}

/** Paths as they stand in an address, unescaped. */
function staticPaths(folder: string): ReadonlySet<string> {
	if (!existsSync(folder)) return new Set();
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	return new Set(
		files.map(
			({ parentPath, name }) => `/${relative(folder, resolve(parentPath, name)).split(sep).join('/')}`
		)
	);
}

/** The path that the static file server looks for: it unescapes, and leaves off a slash at the end. */
function pathOf(url = ''): string {
	const [path = ''] = url.split('?');
	const trimmed = path.endsWith('/') ? path.slice(0, -1) : path;
	try {
		return decodeURI(trimmed);
	} catch {
		return trimmed;
	}
}
