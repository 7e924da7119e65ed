import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { contactSchema } from './contactSchema';

const good = {
	name: 'Noor',
	email: 'noor@voorbeeld.example',
	kind: 'privacy',
	message: 'Wanneer is het loket open?',
	trap: ''
};

const judge = (changes: Partial<typeof good>) => v.safeParse(contactSchema, { ...good, ...changes });

/** The first sentence a person would read at a field. */
const complaint = (changes: Partial<typeof good>, field: keyof typeof good): string | undefined =>
	judge(changes).issues?.find((issue) => issue.path?.[0].key === field)?.message;

describe('a message to the administrators', () => {
	it('is taken as it was written', () => {
		expect(judge({})).toMatchObject({ success: true, output: good });
	});

	it('is a question where nobody says what it is about', () => {
		expect(judge({ kind: '' }).output).toMatchObject({ kind: 'question' });
		expect(judge({ kind: 'roddel' }).output).toMatchObject({ kind: 'question' });
	});

	it('asks for what is missing, one sentence a field', () => {
		expect(complaint({ name: ' \t' }, 'name')).toBe('Vul je naam in');
		expect(complaint({ email: '' }, 'email')).toBe('Vul je e-mailadres in');
		expect(complaint({ message: '\u0000\u0007 ' }, 'message')).toBe('Schrijf een bericht');
	});

	it.each(['noor', 'noor@', '@voorbeeld.be', 'noor@voorbeeld', 'noor jansen@voorbeeld.be', 'a@b@c.be'])(
		'does not take %s for an e-mail address',
		(email) => {
			expect(complaint({ email }, 'email')).toBe('Vul een e-mailadres in zoals naam@voorbeeld.be');
		}
	);

	it.each(['o’neill+loket@sub.voorbeeld.be', 'zoë@münchen.example', 'x@y.z'])('takes %s', (email) => {
		expect(judge({ email }).success).toBe(true);
	});

	it('takes an e-mail address of 254 characters and not one more', () => {
		expect(judge({ email: `n@${'a'.repeat(250)}.c` }).success).toBe(true);
		expect(judge({ email: `n@${'a'.repeat(251)}.c` }).success).toBe(false);
	});

	it('counts an emoji as one character, as the database does', () => {
		expect(judge({ name: '🌻'.repeat(100) }).success).toBe(true);
		expect(complaint({ name: '🌻'.repeat(101) }, 'name')).toBe('Maak je naam korter: hoogstens 100 tekens');
		expect(judge({ message: '🌻'.repeat(10) }).success).toBe(true);
		expect(complaint({ message: '🌻'.repeat(9) }, 'message')).toBe(
			'Schrijf een bericht van minstens 10 tekens'
		);
	});

	it('counts a line break as one character, however the browser sends it', () => {
		const lines = 'vierentwintig tekens ja!\r\n'.repeat(200);
		expect(judge({ message: lines }).success).toBe(true);
	});

	it('says by how much a message of 10 kB is too long', () => {
		expect(complaint({ message: 'a'.repeat(10_240) }, 'message')).toContain('5.240 korter');
	});

	it('survives a form without fields', () => {
		expect(v.safeParse(contactSchema, {}).issues).toHaveLength(3);
	});
});
