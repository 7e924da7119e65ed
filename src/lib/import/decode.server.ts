/** The bytes of a file as text, in the encodings in which spreadsheets write. */
import { decode } from 'iconv-lite';
import { FileProblem } from './fileProblem.server.ts';

/** First bytes of what people choose by mistake. */
const SIGNATURES = [
	{ code: 'spreadsheet', bytes: [0x50, 0x4b, 0x03, 0x04] },
	{ code: 'spreadsheet', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
	{ code: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] }
] as const;
const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/u;

/**
 * UTF-8 with or without a byte order mark, UTF-16 with one, otherwise what spreadsheets wrote before: that of Windows, of a
 * Mac or of DOS, whichever makes the most words.
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
		const texts = BEFORE_UNICODE.map((encoding) => decode(bytes, encoding));
		const [best] = texts.toSorted((one, other) => oddness(one) - oddness(other));
		return best ?? '';
	}
}

/** In the order of how often they are met: where they are alike, the first. */
const BEFORE_UNICODE = ['windows-1252', 'macintosh', 'cp850'];
/** The letters that Dutch, French and German are written with, and the marks around words. */
const USUAL = /^[àâäçéèêëîïôöœßûùüÀÂÄÇÉÈÊËÎÏÔÖŒÛÙÜ€°²³½·–—‘’“”…«»•\u00A0]$/u;
/** Those of names. */
const RARE = /^[áãåæíìñóòõøúýÿÁÃÅÆÍÌÑÓÒÕØÚÝ£]$/u;
/** "Caf‚", "Beno”t", "CafÄ": a mark where a word goes on or a quotation opens, a capital behind a small letter. */
const BROKEN = /(?<=\p{L})[‘“„‚…†‡ˆ‰‹]|(?<=\p{L})[”›•°¢£§¶®©´¨](?=\p{L})|(?<=\p{Ll})[À-ÞŒ]/gu;
/** "foràt", "Zoâ": letters that hardly ever stand there. */
const UNLIKELY = /à(?=\p{L})|(?<=[aeiou])â/gu;

/** How much in a text is not what people write; 0 for what is. */
function oddness(text: string): number {
	let odd = 0;
	for (const character of text.match(/[^\p{ASCII}]/gu) ?? []) {
		if (!USUAL.test(character)) odd += RARE.test(character) ? 0.5 : 1;
	}
	return odd + (text.match(BROKEN)?.length ?? 0) + 0.5 * (text.match(UNLIKELY)?.length ?? 0);
}
