import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tellError } from '../lib/base/log/tellError.server.ts';
import { timeLimit } from '../lib/base/settings/limits.server.ts';

/** A mistake of the person at the terminal, or of their machine: shown as one line, without a stack trace. */
export class StartError extends Error {
	override name = 'StartError';
}

/** Errors that already say all there is to say. */
const PLAIN = new Set([
	'StartError',
	'DataDirLockedError',
	'MigrationError',
	'AdminSettingsError',
	'LimitError',
	'BackupError'
]);

/** @throws StartError when the environment variable is set but is no port. */
export function portFromEnv(name: string, fallback: number): number {
	const text = process.env[name];
	if (!text) return fallback;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new StartError(
			`${name}=${text} is geen poort (0-65535). / ${name}=${text} is not a port (0-65535).`
		);
	}
	return port;
}

/**
 * @param port 0 lets the system choose
 * @returns the port that was opened
 * @throws StartError when the port is taken or may not be opened.
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port) ?? error));
		server.listen(port, host, () => {
			const { port: opened } = server.address() as AddressInfo;
			resolve(opened);
		});
	});
}

/** Explains why a port cannot be opened; undefined for any other error. */
export function portError(error: unknown, port: number): StartError | undefined {
	if (!(error instanceof Error) || !('code' in error)) return undefined;
	if (error.code === 'EADDRINUSE') {
		return new StartError(
			`Poort ${port} is in gebruik. Stop het andere programma, of kies een andere poort met PORT=${port + 1}. / ` +
				`Port ${port} is in use. Stop the other program, or choose another port with PORT=${port + 1}.`
		);
	}
	if (error.code === 'EACCES') {
		return new StartError(`Poort ${port} mag niet geopend worden. / Port ${port} may not be opened.`);
	}
	return undefined;
}

/**
 * Runs `stop` once at Ctrl+C or a request to end. The process then ends as soon as nothing is left to do, or when its
 * grace is over. A second Ctrl+C ends it at once.
 */
export function onStop(stop: () => Promise<void>): void {
	let stopping = false;
	const begin = () => {
		if (stopping) process.exit(1);
		stopping = true;
		const end = () => process.exit(0);
		stop().then(() => void setTimeout(end, timeLimit('STOP_GRACE_MS')).unref(), reportAndExit);
	};
	process.on('SIGINT', begin);
	process.on('SIGTERM', begin);
	if (process.env.npm_lifecycle_event) onParentGone(begin);
}

/** `npm` passes a request to end to the shell between it and this process; the shell dies without passing it on. */
function onParentGone(stop: () => void): void {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		stop();
	}, timeLimit('PARENT_CHECK_MS')).unref();
}

export function reportAndExit(error: unknown): never {
	const plain = error instanceof Error && PLAIN.has(error.name);
	console.error(plain ? error.message : tellError(error));
	process.exit(1);
}

/** What nobody caught ends the process as usual; but Node would print all that hangs on it, such as what was given to a statement. */
export function endPlainly(): void {
	process.on('uncaughtException', reportAndExit);
	process.on('unhandledRejection', reportAndExit);
}
