import { describe, expect, it } from 'vitest';
import { characters, cleanText, onOneLine } from './text.ts';

it('counts an emoji as the database does', () => {
	expect(characters('🌻')).toBe(1);
	expect(characters('👋🏽')).toBe(2);
});

it('puts what belongs on one line on one line', () => {
	expect(onOneLine(' Noor\r\n\tde  Vries ')).toBe('Noor de Vries');
});

describe('cleanText', () => {
	it('drops control characters and marks that turn the text direction, and keeps lines and tabs', () => {
		expect(cleanText(' \u0000a\u001b[31m\tb\r\nc\rd\u202E txt.exe\u2066\uFEFF\u0085 ')).toBe(
			'a[31m\tb\nc\nd txt.exe'
		);
	});

	it('drops what nobody sees, so that a name is the same name', () => {
		expect(cleanText('No\u200Bor\u2060 Voor\u00ADbeeld\u180E')).toBe('Noor Voorbeeld');
		expect(cleanText('\u200B\u2060')).toBe('');
	});

	it('keeps Arabic, Hebrew, combined letters and joined emoji', () => {
		const text = 'مرحبا שלום \u200f👩‍👩‍👧 e\u0301';
		expect(cleanText(text)).toBe('مرحبا שלום \u200f👩‍👩‍👧 é');
	});

	it('replaces half an emoji, which the database refuses', () => {
		expect(cleanText('a\ud83d')).toBe('a\ufffd');
	});
});
