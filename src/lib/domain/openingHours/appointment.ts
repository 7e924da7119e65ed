/** "Op afspraak" as people write it beside hours, in the three languages. */

const APPOINTMENT = /afspraak|rendez[- ]?vous|\brdv\b|appointment/i;
/** "Zonder afspraak" and "inloop of op afspraak" say that nobody needs one. */
const NOT_NEEDED =
	/\b(zonder|geen|niet|hoeft|inloop|sans|pas|libre|aucun|without|no|not|walk[- ]?in|never)\b/i;

/** What the editor writes. */
export const ON_APPOINTMENT = 'op afspraak';

/** @param comment as it stands beside hours, without quotes */
export const isOnAppointment = (comment: string): boolean =>
	APPOINTMENT.test(comment) && !NOT_NEEDED.test(comment);

/** True when the comment says this and nothing else, so that it may be put in other words. */
export const isOnlyOnAppointment = (comment: string): boolean =>
	/^(?:(?:enkel|alleen|uitsluitend) )?op afspraak$|^(?:uniquement |seulement )?sur rendez[- ]vous$|^(?:only )?(?:by|on) appointment(?: only)?$/i.test(
		comment.trim()
	);
