import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { messageSchema } from './messageSchema';

const good = { subject: 'Een loket oprichten', message: 'Hoe zijn jullie begonnen met je loket?' };
const judge = (changes: Record<string, unknown>) => v.safeParse(messageSchema, { ...good, ...changes });
const complaint = (changes: Record<string, unknown>) => judge(changes).issues?.[0].message;

describe('a first message', () => {
	it('is taken as it was written', () => {
		expect(judge({})).toMatchObject({ success: true, output: good });
	});

	it('has a subject on one line, so that nobody writes headers of a mail with it', () => {
		expect(judge({ subject: 'Vraag\r\nBcc: iemand@voorbeeld.example' })).toMatchObject({
			output: { subject: 'Vraag Bcc: iemand@voorbeeld.example' }
		});
		expect(complaint({ subject: ' ' })).toBe('Vul een onderwerp in');
		expect(complaint({ subject: 'a'.repeat(121) })).toContain('120');
	});

	it('says something, and not too much', () => {
		expect(complaint({ message: 'Dag' })).toContain('20');
		expect(complaint({ message: 'a'.repeat(3_001) })).toContain('3.000');
		expect(judge({ message: '🌻'.repeat(3_000) }).success).toBe(true);
	});

	it('survives a form without fields', () => {
		expect(v.safeParse(messageSchema, {}).success).toBe(false);
	});
});
