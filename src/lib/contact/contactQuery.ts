/** What somebody comes to write about: the query of `/contact`, for pages that lead there with a purpose. */
import { CONTACT_KINDS } from '$lib/domain/contact/contactMessage';
import { defineQuery, named, one } from '$lib/domain/query/query';

export const contactQuery = defineQuery({ kind: named('over', one(CONTACT_KINDS)) });
