import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import PrivacyVisit from './PrivacyVisit.svelte';

const said = (settings: { basemapHosts?: string[]; registerHosts?: string[] } = {}) =>
	render(PrivacyVisit, { props: { basemapHosts: [], registerHosts: [], ...settings } }).body.replaceAll(
		/<[^>]*>/g,
		''
	);

describe('the page about privacy', () => {
	it('says that the device is asked where it is when one wants that, and what it keeps', () => {
		expect(said()).toContain('Gebruik mijn locatie');
		expect(said()).toContain('Je locatie gaat niet naar onze server');
		expect(said()).toContain('Wat je toestel bewaart');
		expect(said()).not.toContain('We vragen je toestel niet');
	});

	it('names no other server where none is set', () => {
		expect(said()).toContain('Alles op de pagina komt van onze eigen server');
		expect(said()).not.toMatch(/\.example|Een adres dat je typt/);
	});

	it('names the server of the ground of the map where one is set, which sees where one looks', () => {
		const text = said({ basemapHosts: ['kaart.example'] });
		expect(text).not.toContain('Alles op de pagina komt van onze eigen server');
		expect(text).toContain('haalt je browser bij kaart.example');
		expect(text).toContain('kaart.example ziet dat die buurt bekeken wordt');
	});

	it('says what the maps of the Flemish government keep of who looks at them, and of no other', () => {
		expect(said({ basemapHosts: ['geo.api.vlaanderen.be'] })).toContain('tot 90 dagen');
		expect(said({ basemapHosts: ['kaart.example'] })).not.toContain('90 dagen');
	});

	it('names the registers that are told an address, where they are set', () => {
		const text = said({ registerHosts: ['adressen.example', 'best.example'] });
		expect(text).toContain('vraagt onze server aan adressen.example en best.example waar die ligt');
	});
});

it('says the same in each language: every statement, with the same servers and numbers', () => {
	const statements = ['nl', 'fr', 'en'].map((language) => {
		const path = new URL(`../base/i18n/messages/${language}/pages.json`, import.meta.url);
		const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
		return Object.entries(messages)
			.filter(([key]) => key.startsWith('pages_privacy_'))
			.map(([key, text]) => {
				// An authority has an address in each language.
				const parts = (JSON.stringify(text).match(/\{[\w#/][^}]*\}/g) ?? []).map((part) =>
					part.replace(/https:[^|]*/, 'https:')
				);
				return `${key} ${parts.toSorted().join(' ')}`;
			})
			.toSorted();
	});
	expect(statements[1]).toEqual(statements[0]);
	expect(statements[2]).toEqual(statements[0]);
});
