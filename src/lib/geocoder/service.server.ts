/** Asks an outside register, and never lets a visitor notice that it is away. */
import { LRUCache } from 'lru-cache';
import * as v from 'valibot';
import { timeLimit } from '$lib/base/settings/limits.server';

const MAX_ANSWER_BYTES = 1_000_000;
const MAX_KEPT = 500;

export interface ServiceOptions {
	/** Milliseconds, never running backwards. */
	now: () => number;
	log: (message: string) => void;
	/** How long an answer is waited for. */
	timeoutMs?: number;
}

/** Why a register gave nothing. Its message never holds an address: that is somebody's. */
class NoAnswer extends Error {}
/** It does answer, and finds no fault but with what was asked: another visitor's question it may well understand. */
class NoQuestion extends Error {}

export interface Service {
	/** An answer of this shape; null when there is none, whatever the reason. */
	ask<Answer>(
		path: string,
		query: Record<string, string>,
		schema: v.GenericSchema<unknown, Answer>,
		signal: AbortSignal
	): Promise<Answer | null>;
	/** False while it rests after an answer that did not come. */
	isWilling(): boolean;
	/** What all calls of one look-up share: at most `timeoutMs`, and no longer than the visitor waits. */
	deadline(signal?: AbortSignal): AbortSignal;
}

/**
 * @param name for the log
 * @param base address of the API, without a slash at its end
 */
export function createService(name: string, base: string, options: ServiceOptions): Service {
	const { now, log, timeoutMs = timeLimit('GEOCODER_TIMEOUT_MS') } = options;
	const kept = new LRUCache<string, object>({
		max: MAX_KEPT,
		ttl: timeLimit('GEOCODER_KEEP_MS'),
		perf: { now }
	});
	let restsUntil = -Infinity;

	return {
		isWilling: () => now() >= restsUntil,
		deadline: (signal) => {
			const timeout = AbortSignal.timeout(timeoutMs);
			return signal ? AbortSignal.any([signal, timeout]) : timeout;
		},
		async ask<Answer>(
			path: string,
			query: Record<string, string>,
			schema: v.GenericSchema<unknown, Answer>,
			signal: AbortSignal
		): Promise<Answer | null> {
			const address = `${base.replace(/\/+$/, '')}${path}?${new URLSearchParams(query)}`;
			try {
				const known = kept.get(address);
				const json = known ?? (await read(address, signal));
				const { success, output } = v.safeParse(schema, json);
				if (!success) throw new NoAnswer('an answer of another shape');
				if (!known && typeof json === 'object' && json !== null) kept.set(address, json);
				return output;
			} catch (cause) {
				// Somebody who went away says nothing about the register.
				if (signal.aborted && !isTimeout(signal.reason)) return null;
				if (cause instanceof NoQuestion) return null;
				restsUntil = now() + timeLimit('GEOCODER_REST_MS');
				log(`The address register "${name}" gives nothing (${reasonOf(cause)}); it is asked again later.`);
				return null;
			}
		}
	};
}

async function read(address: string, signal: AbortSignal): Promise<unknown> {
	const response = await fetch(address, {
		signal,
		// A register answers itself.
		redirect: 'error',
		headers: { accept: 'application/json', 'BelGov-Trace-Id': crypto.randomUUID() }
	});
	if (!response.ok) {
		await response.body?.cancel();
		if (response.status === 400 || response.status === 422) throw new NoQuestion();
		throw new NoAnswer(`HTTP ${response.status}`);
	}
	let size = 0;
	const parts: Uint8Array[] = [];
	for await (const part of response.body ?? []) {
		size += part.length;
		if (size > MAX_ANSWER_BYTES) throw new NoAnswer('a very long answer');
		parts.push(part);
	}
	try {
		return JSON.parse(Buffer.concat(parts).toString());
	} catch {
		throw new NoAnswer('no JSON');
	}
}

const isTimeout = (reason: unknown): boolean =>
	reason instanceof DOMException && reason.name === 'TimeoutError';

function reasonOf(cause: unknown): string {
	if (cause instanceof NoAnswer) return cause.message;
	return isTimeout(cause) ? 'no answer in time' : 'not reachable';
}
