export interface TapResult {
	ok: boolean;
	description: string;
	/** What pgTAP says about the failure. */
	diagnosis: string;
}

/**
 * Reads the lines of the Test Anything Protocol. A plan that does not match the number of tests, or no test at all, is
 * a failure as well.
 */
export function parseTap(texts: string[]): TapResult[] {
	const results: TapResult[] = [];
	let planned: number | undefined;
	for (const line of texts.join('\n').split('\n')) {
		const test = /^(not )?ok \d+(?: - (.*))?$/.exec(line);
		const plan = /^1\.\.(\d+)/.exec(line);
		const last = results.at(-1);
		if (test) results.push({ ok: !test[1], description: test[2] ?? '', diagnosis: '' });
		else if (plan) planned = Number(plan[1]);
		else if (line.startsWith('#') && last && !last.ok) last.diagnosis += `${line}\n`;
	}
	if (planned !== results.length || planned === 0) {
		const diagnosis = `planned ${planned ?? 'nothing'}, ran ${results.length}`;
		results.push({ ok: false, description: 'runs what it planned', diagnosis });
	}
	return results;
}
