import { describe, expect, it } from 'vitest';
import { snippet } from './snippet';
import { readSnippetChoice } from './snippetChoice';

const choose = (text: string) => readSnippetChoice(new URLSearchParams(text), 'nl');

describe('what somebody chooses for their website', () => {
	it('is the desk in the language of the page, when they choose nothing', () => {
		expect(choose('')).toEqual({
			wat: 'loket',
			gemeente: null,
			taal: 'nl',
			hoogte: 400,
			kleur: null,
			uren: true,
			venster: false
		});
	});
	it.each([
		['hoogte=1', 200],
		['hoogte=1e9', 2000],
		['hoogte=-5', 400],
		['hoogte=hoog', 400],
		['wat=kaart', 640]
	])('has a height that fits on a page: %s', (text, height) => {
		expect(choose(text).hoogte).toBe(height);
	});
});

describe('the code for a website', () => {
	it('is a frame with a title, and a script that sets its height', () => {
		const code = snippet({
			origin: 'https://kaart.example',
			path: '/fr/embed/loket?gemeente=gent&kleur=licht',
			title: 'Guichet du volontariat à "Gand" & <co>',
			height: 400
		});
		expect(code).toBe(
			'<iframe src="https://kaart.example/fr/embed/loket?gemeente=gent&amp;kleur=licht" ' +
				'title="Guichet du volontariat à &quot;Gand&quot; &amp; &lt;co>" width="100%" height="400" ' +
				'style="border: 0" loading="lazy"></iframe>\n' +
				'<script src="https://kaart.example/embed/hoogte.js" async></script>'
		);
	});
});
