import type { FileProblemCode } from './importPlan.ts';

/** A whole file that cannot be read. Says which sentence to show, and what goes into it. */
export class FileProblem extends Error {
	override name = 'FileProblem';
	readonly code: FileProblemCode;
	readonly values: string[];

	constructor(code: FileProblemCode, ...values: string[]) {
		super(code);
		this.code = code;
		this.values = values;
	}
}
