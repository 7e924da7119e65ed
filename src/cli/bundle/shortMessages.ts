/**
 * The messages of the built site without what each of them repeats: the choice of a language, which is a third of what they weigh
 * compressed. Those that the compiler writes in another way stay as they are.
 */
import type { Plugin } from 'vite';

const MESSAGE = /\/i18n\/paraglide\/messages\/(?!_index)[^/]+\.js$/;
const CHOICE = 'virtual:choice-of-language';
const RESOLVED = `\0${CHOICE}`;

/** @param runtime path of the compiler's own module that knows the language of the page */
export function shortMessages(runtime: string): Plugin {
	return {
		name: 'short-messages',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		resolveId: (id) => (id === CHOICE ? RESOLVED : null),
		load: (id) => (id === RESOLVED ? choiceModule(runtime) : null),
		transform: {
			filter: { id: MESSAGE },
			handler: (code) => {
				const short = shortened(code, CHOICE);
				return short === undefined ? null : { code: short, map: null };
			}
		}
	};
}

/** The languages are named by the messages themselves; the last one is what the others fall back on. */
const choiceModule = (runtime: string): string =>
	`import { getLocale } from ${JSON.stringify(runtime)};
export const inLanguage = (locales, ...messages) => (inputs = {}, options = {}) =>
	(messages[locales.indexOf(options.locale ?? getLocale())] ?? messages.at(-1))(inputs);
`;

const EXPORTED = /^export const (\w+) =([\s\S]*)$/m;
const CHOOSES =
	/^\s*\(\(inputs(?: = \{\})?, options = \{\}\) => \{\s*const locale = experimentalStaticLocale \?\? options\.locale \?\? getLocale\(\)\s*((?:if \(locale === "[\w-]+"\) return \w+\(inputs\)\s*)+)return (\w+)\(inputs\)\s*\}\);?\s*$/;
const COMMENTS = /\/\*[\s\S]*?\*\//g;

/**
 * @param code a compiled message
 * @param choice module that chooses
 * @returns undefined for a message of another make
 */
export function shortened(code: string, choice: string): string | undefined {
	const [found, name = '', chooses = ''] = EXPORTED.exec(code) ?? [];
	const [, cases = '', otherwise = ''] = CHOOSES.exec(chooses.replace(COMMENTS, '')) ?? [];
	if (found === undefined || otherwise === '') return undefined;
	const each = [...cases.matchAll(/"([\w-]+)"\) return (\w+)/g)];
	const locales = each.map(([, locale]) => locale);
	const messages = [...each.map(([, , message]) => message), otherwise];
	return (
		`import { inLanguage } from ${JSON.stringify(choice)};\n` +
		code.replace(found, '') +
		`export const ${name} = /* @__PURE__ */ inLanguage(${JSON.stringify(locales)}, ${messages.join(', ')});\n`
	);
}
