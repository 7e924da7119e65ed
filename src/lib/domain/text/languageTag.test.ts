import { describe, expect, it } from 'vitest';
import { canonicalLanguageTag } from './languageTag';

describe('a language tag', () => {
	it.each([
		['nl', 'nl'],
		['NL', 'nl'],
		['zh-hant', 'zh-Hant'],
		['pt-br', 'pt-BR'],
		['vgt', 'vgt']
	])('is written as the standard does: %s', (text, tag) => expect(canonicalLanguageTag(text)).toBe(tag));

	it.each(['', 'n', 'nederlands', '<b>', 'nl ', 'de-ab-cd', 'en-u-ca-gregory', 'x-eigen', 'nl,fr', '../x'])(
		'is not “%s”',
		(text) => expect(canonicalLanguageTag(text)).toBeNull()
	);

	it('always has a name, or stands for itself', () => {
		for (const tag of ['nl', 'zh-Hant', 'qqq', 'aa-bbbb-cc-ddddd']) {
			const canonical = canonicalLanguageTag(tag) ?? '';
			expect(new Intl.DisplayNames('nl', { type: 'language' }).of(canonical)).toBeTruthy();
			expect(new Intl.Locale(canonical).language).toBeTruthy();
		}
	});
});
