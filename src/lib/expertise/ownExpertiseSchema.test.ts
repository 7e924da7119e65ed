import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { expertiseOfForm, formOfExpertise, ownExpertiseSchema } from './ownExpertiseSchema';

const SLUGS = ['jongeren', 'loket-oprichten', 'crisis'];
const judge = (sent: Record<string, string>) => v.safeParse(ownExpertiseSchema(SLUGS), sent);
const complaint = (sent: Record<string, string>) => judge(sent).issues?.[0].message;

describe('the own expertise', () => {
	it('is kept as it was written, on one line', () => {
		const { output } = judge({ keuze_jongeren: 'offered', zin_jongeren: ' Tien jaar\r\njeugddienst\u202E ' });
		expect(output).toMatchObject({ keuze_jongeren: 'offered', zin_jongeren: 'Tien jaar jeugddienst' });
	});

	it('is nothing about a theme that was not sent', () => {
		const { output = {} } = judge({}) as { output?: Record<string, string> };
		expect(expertiseOfForm(SLUGS, output)).toEqual([]);
	});

	it('takes a sentence of 300 characters, and says how many too many there are', () => {
		expect(judge({ zin_crisis: '😀'.repeat(300) }).success).toBe(true);
		expect(complaint({ zin_crisis: 'a'.repeat(312) })).toBe('De zin is 12 tekens te lang. Hou het bij 300.');
		expect(judge({ zin_crisis: 'a'.repeat(100_000) }).success).toBe(false);
	});

	it('takes no other choice', () => {
		expect(complaint({ 'keuze_loket-oprichten': 'both' })).toBe('Kies een van de drie antwoorden');
	});

	it('comes back from the form as it went in, without what was left at "neither"', () => {
		const expertise = [
			{ topic: 'jongeren', direction: 'offered' as const, note: 'Tien jaar jeugddienst' },
			{ topic: 'crisis', direction: 'sought' as const, note: null }
		];
		const form = formOfExpertise(SLUGS, expertise);
		expect(expertiseOfForm(SLUGS, { ...form, 'zin_loket-oprichten': 'Vergeten' })).toEqual(expertise);
	});
});
