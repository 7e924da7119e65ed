/** The little that the bench uses of it; the package brings no types. */
declare module 'autocannon' {
	export interface Result {
		requests: { average: number };
		errors: number;
		timeouts: number;
		non2xx: number;
		statusCodeStats: Record<string, { count: number }>;
	}
	export default function autocannon(options: {
		url: string;
		connections: number;
		/** Seconds. */
		duration: number;
		headers?: Record<string, string>;
	}): Promise<Result>;
}
