/**
 * One bare address and nothing else: no name, no list, no second header. What another person's address is read from may be
 * anything. Runs in plain Node too, for the embedded backend.
 */
export const isReplyAddress = (text: string): boolean =>
	text.length <= 320 &&
	/^[^\s\p{C}<>()[\],;:\\"@]+@[^\s\p{C}<>()[\],;:\\"@]+\.[^\s\p{C}<>()[\],;:\\"@]+$/u.test(text);
