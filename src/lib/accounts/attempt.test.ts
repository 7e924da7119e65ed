import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attempt } from './attempt.server';

let clock: number;
let headers: Record<string, string>;
beforeEach(() => {
	clock = 12_345;
	headers = {};
});

const event = {
	request: new Request('https://kaart.example/aanmelden'),
	getClientAddress: () => '192.0.2.1',
	setHeaders: (set: Record<string, string>) => void Object.assign(headers, set)
};

/**
 * @param secondsToWait before anything more may be asked
 * @returns the answer, and how long it took on the clock of the test
 */
async function attemptThatTakes(workMs: number, outcome: () => string, secondsToWait = 0) {
	const startedAt = clock;
	const work = () => {
		clock += workMs;
		return new Promise<string>((resolve) => resolve(outcome()));
	};
	const pause = (ms: number) => Promise.resolve((clock += ms));
	const answer = await attempt(event, { action: 'sign_in', email: 'noor@voorbeeld.example' }, work, {
		count: () => Promise.resolve(secondsToWait),
		stepMs: 800,
		now: () => clock,
		pause
	});
	return { ...answer, took: clock - startedAt };
}

describe('what a stranger asks of Auth', () => {
	it.each([0, 1, 130, 799])('is answered after one step, though the work took %i ms', async (workMs) => {
		const answer = { status: 200, outcome: 'in', took: 800 };
		expect(await attemptThatTakes(workMs, () => 'in')).toMatchObject(answer);
	});

	it('is answered at a later step when it takes longer', async () => {
		expect(await attemptThatTakes(801, () => 'in')).toMatchObject({ took: 1_600 });
	});

	it('takes the same when it fails', async () => {
		const print = vi.spyOn(console, 'error').mockImplementation(() => {});
		const fail = () => {
			throw new Error('away');
		};
		expect(await attemptThatTakes(130, fail)).toMatchObject({ status: 503, took: 800 });
		expect(print).toHaveBeenCalled();
		print.mockRestore();
	});

	it('is not begun by who has to wait, whom it tells how long', async () => {
		const refused = { status: 429, problem: { kind: 'too-many', minutes: 2 }, took: 0 };
		expect(await attemptThatTakes(130, () => 'in', 90)).toMatchObject(refused);
		expect(headers).toEqual({ 'retry-after': '90' });
	});
});
