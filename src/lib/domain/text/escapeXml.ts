/** Text as it may stand in an element or a quoted attribute; what XML cannot hold is left out. For HTML too. */
export function escapeXml(text: string): string {
	return text
		.replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
