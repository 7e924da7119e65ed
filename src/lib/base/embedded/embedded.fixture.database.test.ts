import { openAsBlob } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { putOnce } from './embedded.fixture.ts';

it('prepared contents stay readable for whoever opened them, when another prepared them too', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'prepared-'));
	const file = join(folder, 'contents.tar');
	await putOnce(file, new Blob(['first']));
	const opened = await openAsBlob(file);
	await putOnce(file, new Blob(['second']));
	expect(await opened.text()).toBe('first');
	expect(await readdir(folder)).toEqual(['contents.tar']);
	await rm(folder, { recursive: true });
});
