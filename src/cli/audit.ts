/**
 * `npm run audit`: known leaks, licences and unmaintained packages among what is installed; any finding is a failure. What the
 * registry does not answer is said, and a failure only with `--strict`, as the weekly run of CI asks it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import {
	advisoryFindings,
	deprecatedFindings,
	directDependencies,
	lastMoment,
	licenceFindings,
	lockFile,
	quietFindings
} from './audited.ts';

const { values } = parseArgs({ options: { strict: { type: 'boolean', default: false } } });
const lock = v.parse(lockFile, JSON.parse(readFileSync('package-lock.json', 'utf8')));
const ownPackage = v.object({ license: v.optional(v.string()) });

const npm = (...args: string[]): string =>
	spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout;

function licenseOf(path: string): string | undefined {
	const file = join(path, 'package.json');
	if (!existsSync(file)) return undefined;
	const { success, output } = v.safeParse(ownPackage, JSON.parse(readFileSync(file, 'utf8')));
	return success ? output.license : undefined;
}

/** When each was last published, as far as the registry answers. */
function lastPublished(names: readonly string[]): { modified: Map<string, string>; silent: string[] } {
	const modified = new Map<string, string>();
	for (const name of names) {
		const at = lastMoment(npm('view', name, 'time', '--json'));
		if (at !== undefined) modified.set(name, at);
		// One that does not answer does not answer for the next one either.
		else if (modified.size === 0) break;
	}
	return { modified, silent: names.filter((name) => !modified.has(name)) };
}

const findings = [...licenceFindings(lock, licenseOf), ...deprecatedFindings(lock)];
const unanswered: string[] = [];

const advisories = advisoryFindings(npm('audit', '--json'));
if (advisories) findings.push(...advisories);
else unanswered.push('Known leaks: the registry did not answer.');

if (values.strict) {
	const { modified, silent } = lastPublished(directDependencies(lock));
	findings.push(...quietFindings(modified, Date.now()));
	if (silent.length > 0)
		unanswered.push(`Unmaintained: the registry did not answer about ${silent.join(', ')}.`);
}

for (const line of [...findings, ...unanswered]) console.error(line);
const count = Object.keys(lock.packages).length - 1;
console.log(
	findings.length === 0
		? `Audit: geen bevindingen in ${count} pakketten. / no findings in ${count} packages.`
		: `Audit: ${findings.length} bevinding(en) / finding(s).`
);
process.exitCode = findings.length > 0 || (values.strict && unanswered.length > 0) ? 1 : 0;
