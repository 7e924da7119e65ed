/** The bytes of a file as text, in the encodings in which spreadsheets write. */
import { FileProblem } from './fileProblem.server.ts';

/** First bytes of what people choose by mistake. */
const SIGNATURES = [
	{ code: 'spreadsheet', bytes: [0x50, 0x4b, 0x03, 0x04] },
	{ code: 'spreadsheet', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
	{ code: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] }
] as const;
const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/u;

/**
 * UTF-8 with or without a byte order mark, UTF-16 with one, otherwise Windows-1252.
 * @throws FileProblem when it is no text
 */
export function decodeText(bytes: Uint8Array): string {
	if (bytes.length === 0) throw new FileProblem('empty');
	const signature = SIGNATURES.find((one) => one.bytes.every((byte, i) => bytes[i] === byte));
	if (signature) throw new FileProblem(signature.code);
	const text = decoded(bytes);
	if (CONTROL.test(text)) throw new FileProblem('binary');
	if (text.trim() === '') throw new FileProblem('empty');
	return text;
}

function decoded(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Every byte is a character there, so this never fails.
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
