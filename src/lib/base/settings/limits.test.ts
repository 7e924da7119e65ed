import { describe, expect, it } from 'vitest';
import { LimitError, readLimits } from './limits.server';

describe('the limits of waiting', () => {
	it('are the usual ones where nothing is set', () => {
		expect(readLimits({ REQUEST_TIMEOUT_MS: ' ' })).toEqual(readLimits({}));
		expect(readLimits({})).toMatchObject({ REQUEST_TIMEOUT_MS: 10_000, ATTEMPT_STEP_MS: 800 });
	});

	it('are set by name, to nothing at all too', () => {
		const set = { REQUEST_TIMEOUT_MS: '120000', DIRECTORY_RECHECK_MS: '0', MAIL_SETTLE_PAUSES_MS: '5, 30' };
		expect(readLimits(set)).toEqual({
			...readLimits({}),
			REQUEST_TIMEOUT_MS: 120_000,
			DIRECTORY_RECHECK_MS: 0,
			MAIL_SETTLE_PAUSES_MS: [5, 30]
		});
	});

	it.each([
		['REQUEST_TIMEOUT_MS', '-1'],
		['REQUEST_TIMEOUT_MS', '1.5'],
		['REQUEST_TIMEOUT_MS', '10 s'],
		['REQUEST_TIMEOUT_MS', '1e3'],
		['REQUEST_TIMEOUT_MS', '10,20'],
		// A timer takes it for 1 ms.
		['UPKEEP_INTERVAL_MS', '2147483648'],
		['MAIL_SETTLE_PAUSES_MS', '5,,30']
	])('name the setting that is none: %s=%s', (name, value) => {
		expect(() => readLimits({ [name]: value })).toThrow(LimitError);
		expect(() => readLimits({ [name]: value })).toThrow(new RegExp(`^${name} must be .*milliseconds`));
	});
});
