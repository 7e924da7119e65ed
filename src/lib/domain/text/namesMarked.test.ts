import { expect, it } from 'vitest';
import { namesMarked } from './namesMarked.ts';

const marked = (text: string, ...names: [string, string | null][]) =>
	namesMarked(
		text,
		names.map(([name, lang]) => ({ name, lang }))
	).map(({ part, lang }) => (lang ? `<${lang} ${part}>` : part));

it.each([
	['Dans votre commune : Lochristi', [['Lochristi', 'nl']], ['Dans votre commune : ', '<nl Lochristi>']],
	['Le guichet d’Aalter', [['Aalter', 'nl']], ['Le guichet d’', '<nl Aalter>']],
	['À Gand', [['Gand', null]], ['À Gand']],
	[
		'Le plus proche est Loket Zele à Zele.',
		[
			['Loket Zele', 'nl'],
			['Zele', 'nl']
		],
		['Le plus proche est ', '<nl Loket Zele>', ' à ', '<nl Zele>', '.']
	],
	['Lochristi', [['', 'nl']], ['Lochristi']]
] as [string, [string, string | null][], string[]][])(
	'in “%s” the names have their language',
	(text, names, parts) => {
		expect(marked(text, ...names)).toEqual(parts);
	}
);
