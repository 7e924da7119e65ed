/** Under what the data may be used; the licence of the software is another (`src/decisions/029-the-data-is-cc-by.md`). */

export const LICENCE = {
	name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
	identifier: 'CC-BY-4.0',
	url: 'https://creativecommons.org/licenses/by/4.0/'
};

/** What somebody who uses the data has to name. */
export const ATTRIBUTION =
	'Lokaal Vrijwilligen. Municipalities and population: Statbel. Postcodes: Adressenregister Vlaanderen. Places: GeoNames (CC BY 4.0).';

/** For answers that have no room of their own for it, such as a table (RFC 8288). */
export const LICENCE_LINK = `<${LICENCE.url}>; rel="license"`;
