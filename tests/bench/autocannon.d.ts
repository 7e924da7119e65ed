/** The little that the bench uses of it; the package brings no types. */
declare module 'autocannon' {
	export interface Result {
		requests: { total: number };
		errors: number;
		timeouts: number;
		non2xx: number;
		statusCodeStats: Record<string, { count: number }>;
	}
	export default function autocannon(options: {
		url: string;
		connections: number;
		/** Of requests. */
		amount: number;
		headers?: Record<string, string>;
	}): Promise<Result>;
}
