import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateApiKey } from '@supabase/lite';
import * as v from 'valibot';

const keysSchema = v.object({
	publishableKey: v.pipe(v.string(), v.startsWith('sb_publishable_')),
	secretKey: v.pipe(v.string(), v.startsWith('sb_secret_')),
	jwtSecret: v.pipe(v.string(), v.minLength(32))
});
export type Keys = v.InferOutput<typeof keysSchema>;

export async function generateKeys(): Promise<Keys> {
	const [publishable, secret] = await Promise.all([generateApiKey('publishable'), generateApiKey('secret')]);
	return {
		publishableKey: publishable.key,
		secretKey: secret.key,
		jwtSecret: randomBytes(48).toString('base64url')
	};
}

/**
 * The keys of this installation, from `<dataDir>/keys.json`; made on the first start, readable by its owner only.
 * @throws when the file is there but is not what it should be: new keys would silently end every session.
 */
export async function loadKeys(dataDir: string): Promise<Keys> {
	const path = join(dataDir, 'keys.json');
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
		const keys = await generateKeys();
		// Written beside and then moved: a crash leaves all of it or nothing.
		await writeFile(`${path}.new`, `${JSON.stringify(keys, null, '\t')}\n`, { mode: 0o600 });
		await rename(`${path}.new`, path);
		return keys;
	}
	try {
		return v.parse(keysSchema, JSON.parse(text));
	} catch (cause) {
		throw new Error(`${path} is damaged. Restore it from a backup, or remove it to get new keys.`, { cause });
	}
}
