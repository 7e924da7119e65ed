/** Where everything that is kept is read: one entry for every table of ours. What is not named here fails the tests. */
import type { RouteId } from '../../src/lib/site/routes.server.ts';

export type Reader =
	/** People read it on these pages. */
	| { pages: readonly [RouteId, ...RouteId[]] }
	/** Nobody has to: what the database needs it for. */
	| { machine: string }
	/** Neither strangers nor members write it. */
	| { reference: readonly [RouteId, ...RouteId[]] };

const KNOWLEDGE: Reader = { pages: ['/(site)/kennisbank/[slug]'] };

export const READERS: Readonly<Record<string, Reader>> = {
	'private.address_column': { machine: 'which columns hold an address' },
	'private.auth_permission': { machine: 'what Auth may change now' },
	'private.contested_registration': { machine: 'whose name is given to nobody else' },
	'private.digest': { machine: 'since when somebody has had no digest' },
	'private.edited_subject': { machine: 'what can be edited' },
	'private.ending_account': { machine: 'who was told that their account ends' },
	'private.expertise_text': { machine: 'the words that a search looks for' },
	'private.first_public': { machine: 'what was new when, for the digest' },
	'private.knowledge_word': { machine: 'which words there are to look for' },
	'private.proven_address': { machine: 'whose an address was, and when' },
	'private.rate_limit': { machine: 'how often, for the next time' },
	'private.resource_search': { machine: 'the words that a search in the knowledge base looks for' },
	'private.session_limit': { machine: 'how long sessions last' },
	'private.write_probe': { machine: 'whether the database writes' },
	'public.account_decision': { pages: ['/beheer/leden/wijzigen', '/beheer/aanvragen'] },
	'public.audit_entry': { pages: ['/beheer/logboek'] },
	'public.colleague_block': { pages: ['/(site)/(leden)/account/blokkeren'] },
	'public.colleague_report': { pages: ['/beheer/meldingen'] },
	'public.contact_card': KNOWLEDGE,
	'public.contact_answer': { pages: ['/beheer/berichten/[id]'] },
	'public.contact_message': { pages: ['/beheer/berichten', '/beheer/berichten/[id]'] },
	'public.content_version': { machine: 'which edition of the knowledge base is kept' },
	'public.coverage_snapshot': { pages: ['/beheer/dekking'] },
	'public.desk_check_link': { machine: 'which link in a mail is true' },
	'public.desk_report': { pages: ['/(site)/(leden)/mijn-bestuur/meldingen'] },
	'public.desk_upkeep': { pages: ['/beheer/loketten'] },
	'public.directory_revision': { pages: ['/(site)/(leden)/mijn-bestuur/geschiedenis'] },
	'public.directory_version': { pages: ['/(site)'] },
	'public.email_outbox': { pages: ['/beheer/mail'] },
	'public.expertise_topic': { reference: ['/beheer/themas'] },
	'public.follow': { pages: ['/(site)/(leden)/account/volgen'] },
	'public.former_desk_slug': { machine: 'where an earlier address of a desk leads' },
	'public.former_resource_slug': { machine: 'where an earlier address of an item leads' },
	'public.import_row': { reference: ['/beheer/import/[id]'] },
	'public.import_run': { reference: ['/beheer/import/[id]'] },
	'public.local_government': { pages: ['/(site)'] },
	'public.municipality': { reference: ['/(site)'] },
	'public.partner': KNOWLEDGE,
	'public.participation_request': {
		pages: ['/beheer/besturen', '/beheer/besturen/[slug]', '/(site)/(leden)/mijn-bestuur']
	},
	'public.postal_code': { reference: ['/(site)'] },
	'public.profile': { pages: ['/beheer/aanvragen', '/beheer/leden'] },
	'public.profile_expertise': { pages: ['/(site)/(leden)/collegas/[id]'] },
	'public.proposed_change': { pages: ['/(site)/(leden)/mijn-bestuur/wijzigingen/[id]'] },
	'public.resource': KNOWLEDGE,
	'public.resource_block': KNOWLEDGE,
	'public.resource_link': KNOWLEDGE,
	'public.resource_partner': KNOWLEDGE,
	'public.resource_topic': KNOWLEDGE,
	'public.resource_use': KNOWLEDGE,
	'public.volunteer_desk': { pages: ['/(site)'] }
};
