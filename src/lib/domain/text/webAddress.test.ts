import { describe, expect, test } from 'vitest';
import { readableWebAddress, toWebAddress } from './webAddress.ts';

describe('a web address as somebody types it', () => {
	test.each([
		['www.gent.be', 'https://www.gent.be'],
		['gent.be/vrijwilligers', 'https://gent.be/vrijwilligers'],
		['  http://gent.be/ ', 'http://gent.be/'],
		['HTTPS://Gent.be/Loket?x=1#y', 'https://gent.be/Loket?x=1#y'],
		['www.gent.be:8080/a', 'https://www.gent.be:8080/a'],
		['https://gènt.be', 'https://xn--gnt-6la.be']
	])('%s is %s', (typed, address) => {
		expect(toWebAddress(typed)).toBe(address);
	});

	test.each([
		'javascript:alert(1)',
		'JavaScript:alert(1)//gent.be',
		' javascript://gent.be/%0aalert(1)',
		'data:text/html,<script>',
		'mailto:a@gent.be',
		'ftp://gent.be',
		'//gent.be',
		'gent',
		'localhost',
		'https://',
		'ik weet het niet',
		'https://gent.be@kwaad.example',
		`https://gent.be/${'a'.repeat(300)}`,
		''
	])('%s is refused', (typed) => {
		expect(toWebAddress(typed)).toBeNull();
	});
});

test.each([
	['https://www.gent.be/', 'www.gent.be'],
	['http://gent.be/a/', 'gent.be/a'],
	['https://gent.be/a?x=http://b.be/c', 'gent.be/a?x=http://b.be/c']
])('%s is read as %s', (url, readable) => {
	expect(readableWebAddress(url)).toBe(readable);
});
