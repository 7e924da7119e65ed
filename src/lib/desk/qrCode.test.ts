import { expect, test } from 'vitest';
import { qrCode } from './qrCode.server';

test('an address becomes a code small enough to print', () => {
	const { size, path } = qrCode('https://lokaalvrijwilligen.example/loketten/vrijwilligersloket-gent');
	// A QR code has 17 modules and 4 for each of its versions.
	expect((size - 17) % 4).toBe(0);
	expect(size).toBeLessThanOrEqual(41);
	expect(path).toMatch(/^M[\d\s\w.,-]+$/);
});

test('the longest address still fits', () => {
	expect(qrCode(`https://kaart.example/loketten/${'a'.repeat(200)}`).size).toBeLessThanOrEqual(65);
});
