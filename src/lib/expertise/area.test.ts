import { describe, expect, it } from 'vitest';
import { referenceIndex } from '../../../tests/fixtures/referenceDirectory.ts';
import { areaAnswer, readArea } from './area';

const index = referenceIndex();
const nisCode = (slug: string) => index.bySlug.get(slug)?.municipality.nisCode ?? null;

describe('an area that somebody follows', () => {
	it('is everywhere, a province or a municipality, also where both have the same name', () => {
		expect(readArea(index, '')).toEqual({ province: null, nisCode: null });
		expect(readArea(index, 'provincie:antwerpen')).toEqual({ province: 'antwerpen', nisCode: null });
		expect(readArea(index, 'gemeente:antwerpen')).toEqual({ province: null, nisCode: nisCode('antwerpen') });
	});

	it('is the successor of a municipality that merged', () => {
		expect(readArea(index, 'gemeente:kruishoutem')).toEqual({ province: null, nisCode: nisCode('kruisem') });
	});

	it.each(['gemeente:nergens', 'provincie:henegouwen', 'antwerpen', 'land:belgie', ':', 'gemeente:'])(
		'is not "%s"',
		(answer) => expect(readArea(index, answer)).toBeUndefined()
	);

	it.each(['', 'provincie:brussel', 'gemeente:brussel', 'gemeente:gent'])('comes back as "%s"', (answer) => {
		expect(areaAnswer(index, readArea(index, answer) ?? { province: null, nisCode: null })).toBe(answer);
	});
});
