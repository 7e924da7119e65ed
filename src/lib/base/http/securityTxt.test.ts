import { describe, expect, it } from 'vitest';
import { securityTxt } from './securityTxt.server';

const NOW = Date.parse('2026-11-21T15:00:00Z');
const text = (contact?: string) => securityTxt('https://example.org', contact, NOW);

describe('security.txt', () => {
	it('leads to the contact form, about security, when nobody is named', () => {
		expect(text()).toContain('Contact: https://example.org/contact?over=security\n');
		expect(text('  ')).toContain('Contact: https://example.org/contact?over=security\n');
	});

	it('takes an address or a mailbox, and nothing that would add a line', () => {
		expect(text('https://example.org/lek')).toContain('Contact: https://example.org/lek\n');
		expect(text('lek@example.org')).toContain('Contact: mailto:lek@example.org\n');
		expect(text('https://a.example\nExpires: never')).not.toContain('never');
	});

	it('expires within a year, and later than now', () => {
		const expires = Date.parse(/Expires: (.*)/.exec(text())?.[1] ?? '');
		expect(expires).toBeGreaterThan(NOW);
		expect(expires).toBeLessThan(NOW + 365 * 86_400_000);
	});
});
