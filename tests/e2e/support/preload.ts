/**
 * Loaded into each server that the tests start, before its own code. Ends it with whoever started it, and marks what it
 * asks the database with the test that it is asked for: a visit goes on when its test is over, and must not write into
 * the next one.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { answerScriptsLate } from './lateScripts.ts';
import { scriptsLateMs } from './round.ts';
import { HOW_MUCH_WORK, TEST_HEADER } from './testHeader.ts';

const testOfVisit = new AsyncLocalStorage<string>();
let current = process.env.TEST_NAME ?? '';

// The bench has no tests, and measures what a visit costs.
if (process.env.MARK_VISITS !== '0')
	subscribe('http.server.request.start', () => testOfVisit.enterWith(current));

const plainFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
	const request = new Request(input, init);
	request.headers.set(TEST_HEADER, testOfVisit.getStore() ?? current);
	return plainFetch(request);
};

if (scriptsLateMs > 0) answerScriptsLate(scriptsLateMs);

process.on('message', (name: string) => {
	if (name === HOW_MUCH_WORK) {
		const { user, system } = process.cpuUsage();
		process.send?.((user + system) / 1_000);
		return;
	}
	// What had arrived before this message is of the test before.
	setImmediate(() => {
		current = name;
		process.send?.(name);
	});
});
process.on('disconnect', () => process.exit());
// A server may end by itself, with this still open.
process.channel?.unref();
