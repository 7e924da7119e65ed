const ALWAYS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	// The visitor's place is asked only by our own pages, and only when the visitor asks for "near me".
	'permissions-policy':
		'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin'
};

interface Circumstances {
	/** True for the pages that other sites embed. */
	mayBeFramed: boolean;
	/** Origins beside our own that a page may fetch from. */
	connectTo: readonly string[];
}

/**
 * Sets what every answer carries, whatever it is.
 * @param url as the visitor's browser sees it: its protocol decides about HSTS
 */
export function setSecurityHeaders(
	headers: Headers,
	url: URL,
	{ mayBeFramed, connectTo }: Circumstances
): void {
	for (const [name, value] of Object.entries(ALWAYS)) {
		// A page may have a stricter policy of its own.
		if (!headers.has(name)) headers.set(name, value);
	}
	if (url.protocol === 'https:')
		headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
	if (!mayBeFramed) headers.set('x-frame-options', 'DENY');
	const policy = headers.get('content-security-policy');
	if (policy === null) return;
	const widened = policy.replace("connect-src 'self'", ["connect-src 'self'", ...connectTo].join(' '));
	headers.set('content-security-policy', mayBeFramed ? forFrames(widened) : widened);
}

/**
 * In a frame that another site closed off (`sandbox`), without an origin of its own, no worker can be made from a file of
 * ours: MapLibre hands over the file's text.
 */
const forFrames = (policy: string): string =>
	policy
		.replace("frame-ancestors 'none'", 'frame-ancestors *')
		.replace("worker-src 'self'", "worker-src 'self' data:");
