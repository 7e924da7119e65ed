/** SVG to PNG, in a thread of its own: one picture takes a good part of a second, in which nobody else would be answered. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import typeface from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline';

/** As many as may wait for their turn. */
const MOST_WAITING = 20;

/** As text: the build knows no threads of the server, and would leave out a file of its own. */
const RENDERER = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const ready = import(workerData.module).then(async ({ initWasm, Resvg }) => {
	await initWasm(readFileSync(workerData.wasm));
	return Resvg;
});
parentPort.on('message', async ({ id, svg }) => {
	try {
		const Resvg = await ready;
		const drawing = new Resvg(svg, { font: { fontBuffers: [workerData.font], defaultFontFamily: workerData.family } });
		parentPort.postMessage({ id, png: drawing.render().asPng() });
		drawing.free();
	} catch (cause) {
		parentPort.postMessage({ id, problem: String(cause) });
	}
});`;

interface Waiting {
	resolve: (png: Uint8Array<ArrayBuffer>) => void;
	reject: (cause: Error) => void;
}
type Rendered = { id: number } & ({ png: Uint8Array<ArrayBuffer> } | { problem: string });

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let last = 0;

function start(): Worker {
	const { resolve } = createRequire(import.meta.url);
	const renderer = new Worker(RENDERER, {
		eval: true,
		workerData: {
			module: pathToFileURL(resolve('@resvg/resvg-wasm').replace(/index\.js$/, 'index.mjs')).href,
			wasm: resolve('@resvg/resvg-wasm/index_bg.wasm'),
			font: Buffer.from(typeface.slice(typeface.indexOf(',') + 1), 'base64'),
			family: 'Atkinson Hyperlegible Next Variable'
		}
	});
	renderer.on('message', (rendered: Rendered) => {
		const turn = waiting.get(rendered.id);
		waiting.delete(rendered.id);
		if ('png' in rendered) turn?.resolve(rendered.png);
		else turn?.reject(new Error(rendered.problem));
	});
	renderer.on('error', (cause) => {
		thread = undefined;
		const lost = [...waiting.values()];
		waiting.clear();
		for (const { reject } of lost) reject(cause instanceof Error ? cause : new Error(String(cause)));
	});
	// It keeps no process alive.
	renderer.unref();
	return renderer;
}

/**
 * @param svg of fixed size, without media queries and variables, which the renderer does not know
 * @returns undefined while too many others wait
 * @throws when it cannot be drawn
 */
export async function rasterised(svg: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
	if (waiting.size >= MOST_WAITING) return undefined;
	thread ??= start();
	const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
	last += 1;
	waiting.set(last, { resolve, reject });
	thread.postMessage({ id: last, svg });
	return promise;
}
