/** `Sint-Niklaas` -> `sint-niklaas`, `Liège/Luik` -> `liege-luik`: a-z, 0-9 and single hyphens. */
export function slugOf(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}
