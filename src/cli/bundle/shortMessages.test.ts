import { describe, expect, it } from 'vitest';
import { shortened } from './shortMessages.ts';

const message = (
	chooses: string
): string => `import { getLocale, experimentalStaticLocale } from '../runtime.js';
/** @typedef {{ name: string }} GreetingInputs */
const nl_greeting = /** @type {(inputs: GreetingInputs) => LocalizedString} */ (i) => {
	return /** @type {LocalizedString} */ (\`Dag \${i?.name}\`)
};
const fr_greeting = (i) => { return (\`Bonjour \${i?.name}\`) };

/**
* | "Hello {name}" |
*/
export const greeting = /** @type {((inputs: GreetingInputs, options?: { locale?: "nl" | "fr" }) => string) & {}} */ (${chooses});`;

const WRITTEN = `(inputs, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "fr") return fr_greeting(inputs)
	return nl_greeting(inputs)
}`;

describe('a compiled message', () => {
	it('chooses its language where all others do', () => {
		const short = shortened(message(WRITTEN), 'choice.js') ?? '';
		expect(short).toContain(`import { inLanguage } from "choice.js";`);
		expect(short).toContain(
			`export const greeting = /* @__PURE__ */ inLanguage(["fr"], fr_greeting, nl_greeting);`
		);
		expect(short).toContain('const nl_greeting');
		expect(short).not.toContain('options');
	});

	it('stays as it is where it is made in another way', () => {
		expect(shortened(message(`Object.assign(${WRITTEN}, { parts: () => [] })`), 'choice.js')).toBeUndefined();
		expect(shortened('export * from "./greeting.js"', 'choice.js')).toBeUndefined();
	});
});
