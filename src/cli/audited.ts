/** What `npm run audit` judges of the packages that are installed: a pure part, for the command and its test. */
import * as v from 'valibot';

/** As package-lock.json has it. */
export const lockFile = v.object({
	packages: v.record(
		v.string(),
		v.object({
			version: v.optional(v.string()),
			license: v.optional(v.string()),
			deprecated: v.optional(v.string()),
			optional: v.optional(v.boolean()),
			dependencies: v.optional(v.record(v.string(), v.string())),
			devDependencies: v.optional(v.record(v.string(), v.string()))
		})
	)
});
export type LockFile = v.InferOutput<typeof lockFile>;

/** Licences that go together with the EUPL-1.2 for what is used as it is, unchanged. */
const ALLOWED: ReadonlySet<string> = new Set([
	'0BSD',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'BlueOak-1.0.0',
	'CC-BY-4.0',
	'CC0-1.0',
	'EUPL-1.2',
	'ISC',
	'LGPL-3.0-only',
	'MIT',
	'MIT-0',
	'MPL-2.0',
	'OFL-1.1',
	'Python-2.0',
	'Unlicense',
	'Zlib'
]);

/** Of packages that only say it in a text beside them, as somebody read it there. */
const READ: ReadonlyMap<string, string> = new Map([
	['@inlang/plugin-message-format', 'MIT'],
	['suncalc', 'BSD-2-Clause']
]);

/** An SPDX expression: of "or" one will do, of "and" all have to. */
export function isAllowed(expression: string): boolean {
	const plain = expression.replaceAll(/[()]/g, ' ').replaceAll(/ WITH \S+/g, '');
	const alternatives = plain.split(' OR ');
	return alternatives.some((all) => all.split(' AND ').every((one) => ALLOWED.has(one.trim())));
}

const nameOf = (path: string): string =>
	path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * @param licenseOf what the package itself says, where the lock file does not; undefined for one that is not installed
 * @returns a line for each package that may not be here
 */
export function licenceFindings(
	{ packages }: LockFile,
	licenseOf: (path: string) => string | undefined
): string[] {
	return Object.entries(packages).flatMap(([path, { license, version, optional }]) => {
		if (path === '') return [];
		const known = license ?? licenseOf(path) ?? READ.get(nameOf(path));
		// For another kind of machine, so not installed on this one.
		if (known === undefined && optional) return [];
		return known !== undefined && isAllowed(known)
			? []
			: [`${nameOf(path)} ${version ?? ''}: licence ${known ?? 'unknown'}`];
	});
}

/** What its makers say nobody should use any more. */
export const deprecatedFindings = ({ packages }: LockFile): string[] =>
	Object.entries(packages).flatMap(([path, { deprecated, version }]) =>
		deprecated === undefined ? [] : [`${nameOf(path)} ${version ?? ''}: deprecated: ${deprecated}`]
	);

/** What the project itself asks for, by name. */
export function directDependencies({ packages }: LockFile): string[] {
	const { dependencies = {}, devDependencies = {} } = packages[''] ?? {};
	return [...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted();
}

/** Days without a word of its makers after which somebody should look. */
const QUIET_DAYS = 3 * 365;

/**
 * @param answer of `npm view <name> time --json`
 * @returns when the last version came out; undefined when the registry did not say
 */
export function lastMoment(answer: string): string | undefined {
	try {
		const moments = Object.values(v.parse(v.record(v.string(), v.string()), JSON.parse(answer)));
		return moments.toSorted().at(-1);
	} catch {
		return undefined;
	}
}

/** @param modified when the registry last had something new of each, ISO 8601 */
export function quietFindings(modified: ReadonlyMap<string, string>, now: number): string[] {
	return [...modified].flatMap(([name, at]) => {
		const days = Math.floor((now - Date.parse(at)) / 86_400_000);
		return days > QUIET_DAYS ? [`${name}: nothing new for ${days} days`] : [];
	});
}

const advisories = v.object({
	vulnerabilities: v.record(
		v.string(),
		v.object({ severity: v.string(), range: v.optional(v.string(), ''), via: v.array(v.unknown()) })
	)
});

/**
 * @param answer of `npm audit --json`
 * @returns a line for each package with a known leak; undefined when the registry did not answer
 */
export function advisoryFindings(answer: string): string[] | undefined {
	try {
		const { vulnerabilities } = v.parse(advisories, JSON.parse(answer));
		return Object.entries(vulnerabilities).map(
			([name, { severity, range, via }]) =>
				`${name} ${range}: ${severity}${via
					.map((one) => (v.is(v.object({ url: v.string() }), one) ? ` ${one.url}` : ''))
					.join('')}`
		);
	} catch {
		return undefined;
	}
}
