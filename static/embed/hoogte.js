/*
 * Lokaal Vrijwilligen: gives the frame on your page the height of what is in it. It sets no cookie, reads nothing of your
 * page and asks nobody anything. Without it the frame keeps the height of its own attribute, and scrolls.
 */
(() => {
	const script = document.currentScript;
	if (!script || !('src' in script)) return;
	const origin = new URL(script.src).origin;
	const frames = () => Array.from(document.querySelectorAll('iframe'));

	addEventListener('message', (event) => {
		if (event.origin !== origin || event.data?.type !== 'lokaal-vrijwilligen:height') return;
		const height = Math.ceil(Number(event.data.height));
		const frame = frames().find(({ contentWindow }) => contentWindow === event.source);
		if (frame && height > 0 && height <= 20000) frame.style.height = `${height}px`;
	});
	// A frame that was there before this script has told its height to nobody.
	for (const { src, contentWindow } of frames()) {
		if (contentWindow && src.startsWith(`${origin}/`)) {
			contentWindow.postMessage('lokaal-vrijwilligen:ask', origin);
		}
	}
})();
