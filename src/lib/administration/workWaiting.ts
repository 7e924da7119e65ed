/** What waits for administrators, in numbers. */
export interface WorkWaiting {
	requests: number;
	/** From the contact form. */
	messages: number;
	/** Those of them that the law wanted an answer to by now. */
	lateMessages: number;
	/** What visitors say is wrong about desks, of all governments. */
	deskReports: number;
	/** But those about the administrator who asks. */
	colleagueReports: number;
	deadMails: number;
}
