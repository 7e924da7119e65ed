/**
 * English names of municipalities, only where English truly has one of its own; French and English otherwise show the
 * Dutch or French name. Chosen by hand from everyday English usage, because REFNIS has no English names; old forms
 * (Mechlin, Termonde, Dixmude) are left out on purpose.
 */
export const ENGLISH_NAMES: Readonly<Record<string, string>> = {
	'11002': 'Antwerp',
	'21004': 'Brussels',
	'31005': 'Bruges',
	'33011': 'Ypres',
	'35013': 'Ostend',
	'44021': 'Ghent'
};
