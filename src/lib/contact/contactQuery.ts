/** What somebody comes to write about: the query of `/contact`, for pages that lead there with a purpose. */
import { CONTACT_KINDS } from '$lib/domain/contact/contactMessage';
import { defineQuery, named, one, slug } from '$lib/domain/query/query';

export const contactQuery = defineQuery({
	kind: named('over', one(CONTACT_KINDS)),
	/** Of an item of the knowledge base in which something is wrong. */
	item: named('kennisbank', slug())
});
