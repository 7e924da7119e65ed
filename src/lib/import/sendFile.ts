import * as v from 'valibot';
import { importProgress, type ImportProgress } from './importPlan';

/**
 * Sends a form and calls `tell` with every line that comes back.
 * @throws when the server cannot be reached, or answers with something else
 */
export async function sendFile(
	address: string,
	form: FormData,
	tell: (line: ImportProgress) => void
): Promise<void> {
	const response = await fetch(address, { method: 'POST', body: form });
	const type = response.headers.get('content-type') ?? '';
	if (!response.ok || !response.body || !type.startsWith('application/x-ndjson')) {
		throw new Error(`The server answered ${response.status}.`);
	}
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = '';
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		const lines = (rest + value).split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) tell(v.parse(importProgress, JSON.parse(line)));
	}
	if (rest !== '') throw new Error('The answer was cut off.');
}
