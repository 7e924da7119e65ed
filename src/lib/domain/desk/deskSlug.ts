/** Addresses under that of the desks where the site has pages of its own. The database refuses the same ones. */
const PAGES: readonly string[] = ['adres', 'gegevens', 'kaart', 'nakijken'];

export const isPageOfSite = (slug: string): boolean => PAGES.includes(slug);
