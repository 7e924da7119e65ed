import { describe, expect, it } from 'vitest';
import { sessionCookieSeconds, sessionLimits } from './sessionLimits.server';

describe('how long a session lasts', () => {
	it('is twelve hours for administrators and thirty days for others, unless the settings say otherwise', () => {
		expect(sessionLimits({})).toEqual({ adminHours: 12, otherDays: 30 });
		expect(sessionLimits({ ADMIN_SESSION_HOURS: '2', SESSION_DAYS: '7' })).toEqual({
			adminHours: 2,
			otherDays: 7
		});
	});

	it.each(['0', '-1', '1.5', 'lang', '721'])('is refused as %s hours', (text) => {
		expect(() => sessionLimits({ ADMIN_SESSION_HOURS: text })).toThrow('ADMIN_SESSION_HOURS');
	});

	it('is as long as a browser keeps its cookies', () => {
		expect(sessionCookieSeconds({ adminHours: 12, otherDays: 30 })).toBe(2_592_000);
		expect(sessionCookieSeconds({ adminHours: 48, otherDays: 1 })).toBe(172_800);
	});
});
