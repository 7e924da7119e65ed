import providers from 'email-providers';

/** Providers in use here that the international list lacks: each hands out addresses, or names, under its own. */
const MORE = [
	'base.be',
	'belgacom.net',
	'brutele.be',
	'chello.be',
	'compaqnet.be',
	'dommel.be',
	'duck.com',
	'edpnet.be',
	'euphonynet.be',
	'fastmail.com',
	'gmail.be',
	'gmx.be',
	'icloud.be',
	'mailfence.com',
	'mobistar.be',
	'numericable.be',
	'onmicrosoft.com',
	'orange.be',
	'pandora.be',
	'planetinternet.be',
	'posteo.net',
	'proton.ch',
	'proximus.be',
	'scarlet.be',
	'simplelogin.com',
	'startmail.com',
	'swing.be',
	'tele2.be',
	'tuta.com',
	'tuta.io',
	'tutanota.com',
	'tvcablenet.be',
	'upcmail.be',
	'versatel.be',
	'vivaldi.net',
	'wanadoo.be',
	'xs4all.nl',
	'yahoo.be',
	'ziggo.nl'
];

const ALL: ReadonlySet<string> = new Set([...providers, ...MORE]);
/** "co.uk" of "yahoo.co.uk" */
const ABOVE: ReadonlySet<string> = new Set(
	[...ALL].flatMap((domain) =>
		domain
			.split('.')
			.slice(1)
			.map((_, i, labels) => labels.slice(i).join('.'))
	)
);

/** Can anybody get an address there? @param domain lower case, ASCII */
export const isFreeProvider = (domain: string): boolean => ALL.has(domain);

/** Is there a provider below it? @param domain lower case, ASCII */
export const isAboveProvider = (domain: string): boolean => ABOVE.has(domain);
