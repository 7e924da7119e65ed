import { expect, it } from 'vitest';
import { checkPeriods } from './settings.server';

it('asks once a year and reminds after two weeks, unless told otherwise', () => {
	expect(checkPeriods({})).toEqual({ afterDays: 365, reminderDays: 14 });
	expect(checkPeriods({ VERIFY_AFTER_DAYS: ' 180 ', VERIFY_REMINDER_DAYS: '' })).toEqual({
		afterDays: 180,
		reminderDays: 14
	});
});

it.each(['0', '-1', '1.5', 'nooit', '4000', '1e3', 'Infinity'])('refuses %s days, at the start', (days) => {
	expect(() => checkPeriods({ VERIFY_AFTER_DAYS: days })).toThrow('VERIFY_AFTER_DAYS');
	expect(() => checkPeriods({ VERIFY_REMINDER_DAYS: days })).toThrow('VERIFY_REMINDER_DAYS');
});
