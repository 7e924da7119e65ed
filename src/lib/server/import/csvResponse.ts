/** A file to save, for whoever may see it alone. @param name without .csv */
export const csvResponse = (name: string, text: string): Response =>
	new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': `attachment; filename="${name}.csv"`
		}
	});
