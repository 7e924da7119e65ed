import { expect, it } from 'vitest';
import { referenceIndex } from '../../../../tests/fixtures/referenceDirectory.ts';
import { LOCALES, type Locale, type LocalGovernmentKind } from '../directory/directory.ts';
import { deFrench } from '../text/french.ts';
import { bodyLabel, bodyName } from './bodyName.ts';

const { entries, bySlug, governmentById } = referenceIndex();

function body(slug: string, kind: LocalGovernmentKind) {
	const entry = bySlug.get(slug);
	const government = entry?.[kind];
	if (!entry || !government) throw new Error(`There is no ${kind} ${slug}`);
	return { government, municipality: entry.municipality };
}

it.each<[string, LocalGovernmentKind, Locale, string, string]>([
	['gent', 'gemeente', 'nl', 'Gemeente Gent', 'Gemeente Gent'],
	['gent', 'gemeente', 'fr', 'la commune de Gand', 'Commune de Gand'],
	['gent', 'ocmw', 'fr', 'le CPAS de Gand', 'CPAS de Gand'],
	['antwerpen', 'gemeente', 'fr', 'la commune d’Anvers', 'Commune d’Anvers'],
	['de-panne', 'ocmw', 'fr', 'le CPAS de La Panne', 'CPAS de La Panne'],
	['elsene', 'gemeente', 'fr', 'la commune d’Ixelles', 'Commune d’Ixelles'],
	['elsene', 'ocmw', 'fr', 'le CPAS d’Ixelles', 'CPAS d’Ixelles'],
	['elsene', 'ocmw', 'nl', 'OCMW Elsene', 'OCMW Elsene'],
	['gent', 'gemeente', 'en', 'the municipality of Ghent', 'Municipality of Ghent'],
	[
		'elsene',
		'ocmw',
		'en',
		'the social welfare centre (CPAS / OCMW) of Ixelles / Elsene',
		'Social welfare centre (CPAS / OCMW) of Ixelles / Elsene'
	],
	['gent', 'ocmw', 'en', 'the social welfare centre (OCMW) of Ghent', 'Social welfare centre (OCMW) of Ghent']
])('%s, its %s, is called in %s: %s', (slug, kind, locale, inSentence, alone) => {
	const { government, municipality } = body(slug, kind);
	expect(bodyName(government, municipality, locale)).toBe(inSentence);
	expect(bodyLabel(government, municipality, locale)).toBe(alone);
});

const every = entries.flatMap(({ municipality, gemeente, ocmw }) =>
	[gemeente, ocmw].flatMap((government) => (government ? [{ municipality, government }] : []))
);

it('no body has a Dutch word for what it is in French, nor in English without what it means', () => {
	expect(every).toHaveLength(governmentById.size);
	const said = (locale: Locale) =>
		every.flatMap(({ government, municipality }) => [
			bodyName(government, municipality, locale),
			bodyLabel(government, municipality, locale)
		]);
	expect(said('fr').filter((name) => /gemeente|ocmw/iu.test(name))).toEqual([]);
	expect(said('en').filter((name) => /gemeente|(?<!\(|\/ )ocmw/iu.test(name))).toEqual([]);
});

it('no two bodies are called the same', () => {
	for (const locale of LOCALES) {
		const names = every.map(({ government, municipality }) => bodyLabel(government, municipality, locale));
		expect(
			names.filter((name, i) => names.indexOf(name) !== i),
			locale
		).toEqual([]);
	}
});

it('French contracts “de” with the article of a body', () => {
	const said = every.map(({ government, municipality }) =>
		deFrench(bodyName(government, municipality, 'fr'))
	);
	expect(said.filter((name) => !/^(de la commune|du CPAS) (de |d’)\p{L}/u.test(name))).toEqual([]);
});
