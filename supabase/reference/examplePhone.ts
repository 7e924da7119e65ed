const AREA_CODES: Readonly<Record<string, string>> = {
	'10000': '3',
	'20001': '16',
	'30000': '50',
	'40000': '9',
	'70000': '11',
	'04000': '2'
};

/**
 * No Belgian subscriber number begins with 0 or 1: right in form, and nobody's. In zone 09 it is a 1, because 09 0… is
 * how paid numbers begin (0900, 0903).
 */
export function examplePhone(provinceCode: string, fraction: number): string {
	const area = AREA_CODES[provinceCode] ?? '2';
	const line = String(Math.floor(fraction * 100)).padStart(2, '0');
	return `+32${area}${area === '9' ? '1' : '0'}${'0'.repeat(5 - area.length)}${line}`;
}
