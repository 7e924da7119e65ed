/** `test` with what every visit is held to: nothing from elsewhere, nothing on the console, no refused resource. */
import { randomInt } from 'node:crypto';
import { test as base, expect, type BrowserContext } from '@playwright/test';
import { CLIENT_ADDRESS_HEADER } from './servers.ts';

export { expect };

interface Fixtures {
	/** Console errors that the test provokes, such as the browser's line about a 404. */
	expectedErrors: RegExp[];
	clientAddress: string;
	cleanVisit: undefined;
}

const LOCAL = new Set(['127.0.0.1', 'localhost']);

export const test = base.extend<Fixtures>({
	expectedErrors: [[], { option: true }],

	// Every test comes from an address of its own, so that limits per sender do not run from one test into another.
	clientAddress: async ({}, use) => {
		await use(['10', randomInt(256), randomInt(256), randomInt(1, 255)].join('.'));
	},
	extraHTTPHeaders: async ({ clientAddress }, use) => {
		await use({ [CLIENT_ADDRESS_HEADER]: clientAddress });
	},

	cleanVisit: [
		async ({ context, expectedErrors }, use) => {
			const problems = watch(context);
			await use(undefined);
			expect(
				problems().filter((problem) => !expectedErrors.some((expected) => expected.test(problem)))
			).toEqual([]);
		},
		{ auto: true }
	]
});

/** What is wrong with any page of a context: foreign requests, failed ones, errors in the console and uncaught ones. */
export function watch(context: BrowserContext): () => string[] {
	const problems: string[] = [];
	context.on('request', (request) => {
		const url = new URL(request.url());
		const isRemote = url.protocol.startsWith('http') && !LOCAL.has(url.hostname);
		if (isRemote) problems.push(`request to ${url.href}`);
	});
	// A refusal by the content security policy is an error in the console.
	context.on('console', (message) => {
		if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
	});
	context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
	return () => problems;
}
