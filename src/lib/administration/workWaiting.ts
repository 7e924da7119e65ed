/** What waits for administrators, in numbers. */
export interface WorkWaiting {
	requests: number;
	/** From the contact form. */
	messages: number;
	/** Those of them that the law wanted an answer to by now. */
	lateMessages: number;
	colleagueReports: number;
	deadMails: number;
}
