import providers from 'email-providers';

/** Belgian providers that the international list lacks: each hands out addresses under its own name. */
const BELGIAN = [
	'base.be',
	'belgacom.net',
	'edpnet.be',
	'euphonynet.be',
	'mobistar.be',
	'numericable.be',
	'orange.be',
	'pandora.be',
	'proximus.be',
	'scarlet.be',
	'tvcablenet.be',
	'versatel.be'
];

const ALL: ReadonlySet<string> = new Set([...providers, ...BELGIAN]);

/** Can anybody get an address there? @param domain lower case, ASCII */
export const isFreeProvider = (domain: string): boolean => ALL.has(domain);
