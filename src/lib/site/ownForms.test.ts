import { describe, expect, it } from 'vitest';
import { isForeignForm } from './ownForms.server';

const OWN = 'https://kaart.example';
const FORM = 'application/x-www-form-urlencoded';

function isForeign(method: string, headers: Record<string, string>, route = '/(site)/contact'): boolean {
	return isForeignForm(new Request(`${OWN}/x`, { method, headers }), OWN, route);
}

describe('a form', () => {
	it('on a page of ours is let through', () => {
		expect(isForeign('POST', { origin: OWN, 'content-type': FORM })).toBe(false);
	});

	it.each([FORM, 'multipart/form-data; boundary=x', 'text/plain;charset=UTF-8', 'TEXT/PLAIN'])(
		'on another site is refused, sent as %s',
		(type) => {
			for (const origin of [
				'https://elders.example',
				'http://kaart.example',
				'https://kaart.example:8443',
				'null'
			]) {
				for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
					expect(isForeign(method, { origin, 'content-type': type })).toBe(true);
			}
		}
	);

	it('on another site is refused, also where it hides that it is one', () => {
		expect(isForeign('POST', { origin: 'https://elders.example' })).toBe(true);
	});

	it('that does not say where it stands is refused', () => {
		expect(isForeign('POST', { 'content-type': FORM })).toBe(true);
	});

	it('that a mail program sends to switch mail off is let through, one on another site is not', () => {
		const route = '/(site)/uitschrijven';
		expect(isForeign('POST', { 'content-type': FORM }, route)).toBe(false);
		expect(isForeign('POST', { 'content-type': FORM, origin: 'https://elders.example' }, route)).toBe(true);
		expect(isForeign('POST', { 'content-type': FORM, origin: 'null' }, route)).toBe(true);
	});
});

it('open data answers a form itself, from wherever it comes', () => {
	expect(isForeign('POST', { 'content-type': FORM }, '/api/v1/desks.geojson')).toBe(false);
	expect(isForeign('POST', { origin: 'https://elders.example' }, '/api/v1/hsds/[...path]')).toBe(false);
});

it('a question is nobody’s form', () => {
	expect(isForeign('GET', { origin: 'https://elders.example' })).toBe(false);
	expect(isForeign('OPTIONS', { origin: 'https://elders.example' })).toBe(false);
});
