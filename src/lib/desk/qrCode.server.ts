import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

export interface QrCode {
	/** Modules on a side, without the light border around it. */
	size: number;
	/** Of an SVG path, one unit a module: the dark ones. */
	path: string;
}

/** A QR code that is still read when a sixth of it is creased or stained. */
export function qrCode(text: string): QrCode {
	const code = generate(text, { minCorrectionLevel: correction.M });
	return { size: code.size, path: toSvgPath(code) };
}
