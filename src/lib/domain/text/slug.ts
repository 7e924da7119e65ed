/** `Sint-Niklaas` -> `sint-niklaas`, `Liège/Luik` -> `liege-luik`: a-z, 0-9 and single hyphens. */
export function slugOf(name: string): string {
	return withoutAccents(name)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}

/** ` Één ` -> `een`: in small letters, without marks and spaces around it. */
export const withoutAccents = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.trim();
