/** What is wrong with one query parameter. */
export interface ParameterError {
	parameter: string;
	detail: string;
}

interface ProblemOptions {
	detail: string;
	errors?: ParameterError[];
	headers?: Record<string, string>;
}

/** An answer that is not the one asked for, as RFC 9457 has it. Thrown inside an endpoint, sent by it. */
export class Problem extends Error {
	override name = 'Problem';
	readonly status: number;
	readonly title: string;
	readonly options: ProblemOptions;

	constructor(status: number, title: string, options: ProblemOptions) {
		super(options.detail);
		this.status = status;
		this.title = title;
		this.options = options;
	}

	toResponse(): Response {
		const { detail, errors, headers } = this.options;
		// `about:blank`: the status says what kind of problem it is (RFC 9457, 4.2.1).
		const body = { type: 'about:blank', title: this.title, status: this.status, detail, errors };
		return new Response(JSON.stringify(body), {
			status: this.status,
			headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers }
		});
	}
}

/** Thrown for a question that cannot be answered as it is asked; names every parameter that is wrong. */
export function badParameters(errors: ParameterError[], status: 400 | 404 = 400): Problem {
	return new Problem(status, status === 400 ? 'Bad Request' : 'Not Found', {
		detail: errors.map(({ parameter, detail }) => `${parameter}: ${detail}`).join(' '),
		errors
	});
}

export function serviceUnavailable(): Problem {
	return new Problem(503, 'Service Unavailable', {
		detail: 'The directory cannot be read right now. Try again later.',
		headers: { 'retry-after': '10' }
	});
}
