import { createHash } from 'node:crypto';

/** Ours, made once; another one would give everything another identifier. */
const NAMESPACE = Buffer.from('6f1d3c7e9a0b4c58b1e2d45a7c90f3e6', 'hex');

/**
 * The identifier of what has no row of its own, such as the address of a desk: the same for the same parts, for ever.
 * @returns a name-based UUID (version 5 of RFC 9562)
 */
export function derivedId(...parts: string[]): string {
	const bytes = createHash('sha1').update(NAMESPACE).update(parts.join('/')).digest().subarray(0, 16);
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
