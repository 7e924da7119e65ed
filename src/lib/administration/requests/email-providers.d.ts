/** The package brings no types. */
declare module 'email-providers' {
	/** Domains in lower case at which anybody can get an address, disposable ones too. */
	const domains: string[];
	export default domains;
}
