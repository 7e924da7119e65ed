/**
 * The text of a search field that follows what the page was asked for, and keeps what somebody typed while the scripts were
 * still on their way: on a slow phone that is the whole question.
 * @param given what the page was asked for
 * @param isBusy somebody is typing: then a change from elsewhere waits for the next one
 */
export function typedText(given: () => string, isBusy: () => boolean = () => false): { value: string } {
	let text = $state(given());
	let known = given();
	$effect(() => {
		const now = given();
		if (now === known) return;
		known = now;
		if (!isBusy()) text = now;
	});
	return {
		get value() {
			return text;
		},
		set value(typed) {
			text = typed;
		}
	};
}
