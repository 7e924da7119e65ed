/** The choices of a filter with, for each, how many results it would leave. */
export const facetOptions = <Value extends string>(
	values: readonly Value[],
	labelOf: (value: Value) => string,
	counts: Readonly<Record<Value, number>>
): { value: Value; label: string; count: number }[] =>
	values.map((value) => ({ value, label: labelOf(value), count: counts[value] }));
