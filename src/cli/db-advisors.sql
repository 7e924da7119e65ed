-- The question that each index is there to answer. The advisors also report indexes that were never used, and a
-- database that was made a second ago has not answered anything yet. So these are asked first: an index that none of
-- them uses remains a finding. Small tables are scanned faster than looked up, hence the setting.
set local enable_seqscan = off;

-- Which municipalities merged into this one?
select from public.municipality where succeeded_by = '44083';
-- Which municipality is nearest?
select from public.municipality
order by location operator(extensions.<->) extensions.st_setsrid(extensions.st_makepoint(3.72, 51.05), 4326)::extensions.geography
limit 1;
-- Which postcodes does a municipality have?
select from public.postal_code where nis_code = '44021';
-- Which desks does a local government have?
select from public.volunteer_desk where local_government_id = '00000000-0000-4000-8000-000000000000';
-- Which desks are nearest?
select from public.volunteer_desk
order by location operator(extensions.<->) extensions.st_setsrid(extensions.st_makepoint(3.72, 51.05), 4326)::extensions.geography
limit 5;
-- Which messages, reports and counters are due to be forgotten?
select from public.contact_message where created_at < now() - interval '1 year';
select from public.contact_message where settled_at < now() - interval '90 days';
select from public.desk_report where created_at < now() - interval '1 year';
select from public.desk_report where state = 'done' and handled_at < now() - interval '90 days';
select from public.colleague_report where created_at < now() - interval '1 year';
select from public.colleague_report where state = 'done' and handled_at < now() - interval '90 days';
select from private.rate_limit where window_start < now() - interval '2 days';
-- Which messages did somebody handle or answer, what was answered to one, which answer does a mail bring, and is there a
-- mail that gathers new messages for this address?
select from public.contact_message where handled_by = '00000000-0000-4000-8000-000000000000';
select from public.contact_answer where answered_by = '00000000-0000-4000-8000-000000000000';
select from public.contact_answer where message_id = '00000000-0000-4000-8000-000000000000';
select from public.contact_answer where mail_id = '00000000-0000-4000-8000-000000000000';
select from public.email_outbox
where to_address = 'a@voorbeeld.example' and template = 'contact_message' and status = 'queued' and attempts = 0;
-- Who has an account at a local government?
select from public.profile where local_government_id = '00000000-0000-4000-8000-000000000000';
-- Which requests have waited longest?
select from public.profile where status = 'pending' order by created_at limit 1;
-- Whose address was this?
select from private.proven_address where address = 'an@voorbeeld.example' and (until is null or until >= now()) order by since limit 1;
-- What happened to an account, and what did a person do?
select from public.audit_entry where account_id = '00000000-0000-4000-8000-000000000000' order by id;
select from public.audit_entry where actor_id = '00000000-0000-4000-8000-000000000000' order by id;
-- Which mail goes with an account, and which is due?
select from public.email_outbox where recipient_id = '00000000-0000-4000-8000-000000000000';
select from public.email_outbox where status = 'queued' order by next_attempt_at limit 1;
-- Is there a mail that gathers new requests for this administrator?
select from public.email_outbox
where recipient_id = '00000000-0000-4000-8000-000000000000' and template = 'new_request' and status = 'queued' and attempts = 0;
-- What was decided about an account, and which decision does a mail tell?
select from public.account_decision
where account_id = '00000000-0000-4000-8000-000000000000' order by decided_at;
select from public.account_decision where mail_id = '00000000-0000-4000-8000-000000000000';
-- Whom does somebody answer for, and which links go with a desk or an account?
select from public.desk_upkeep where owner_id = '00000000-0000-4000-8000-000000000000';
select from public.desk_check_link where desk_id = '00000000-0000-4000-8000-000000000000';
select from public.desk_check_link where account_id = '00000000-0000-4000-8000-000000000000';
-- What is reported about a desk, what did somebody handle, and is there a mail that gathers reports for this editor?
select from public.desk_report where desk_id = '00000000-0000-4000-8000-000000000000';
select from public.desk_report where handled_by = '00000000-0000-4000-8000-000000000000';
select from public.email_outbox
where recipient_id = '00000000-0000-4000-8000-000000000000' and template = 'desk_report' and status = 'queued' and attempts = 0;
-- Which versions did a desk or a government's page have, and which did somebody write?
select from public.directory_revision where desk_id = '00000000-0000-4000-8000-000000000000' order by revision;
select from public.directory_revision
where local_government_id = '00000000-0000-4000-8000-000000000000' and desk_id is null and revision = 1;
select from public.directory_revision where changed_by = '00000000-0000-4000-8000-000000000000';
-- Which changes wait at a government, which are about a desk, and which did somebody write or review?
select from public.proposed_change
where local_government_id = '00000000-0000-4000-8000-000000000000' and state = 'waiting';
select from public.proposed_change where desk_id = '00000000-0000-4000-8000-000000000000';
select from public.proposed_change where author_id = '00000000-0000-4000-8000-000000000000';
select from public.proposed_change where reviewed_by = '00000000-0000-4000-8000-000000000000';
select from public.proposed_change
where author_id = '00000000-0000-4000-8000-000000000000'
  and local_government_id = '00000000-0000-4000-8000-000000000000' and subject = 'government' and desk_id is null
  and state in ('draft', 'waiting') and (subject = 'government' or desk_id is not null);
-- Which imports did somebody plan, which are old, and which of their rows are refused?
select from public.import_run where created_by = '00000000-0000-4000-8000-000000000000';
select from public.import_run where created_at < now() - interval '30 days';
select from public.import_row
where import_id = '00000000-0000-4000-8000-000000000000' and outcome = 'refused' order by "row";
-- Which former addresses does a desk have?
select from public.former_desk_slug where desk_id = '00000000-0000-4000-8000-000000000000';
-- Which themes became part of this one, who has it in which direction, and who follows it or a municipality?
select from public.expertise_topic where merged_into = '00000000-0000-4000-8000-000000000000';
select from public.profile_expertise
where topic_id = '00000000-0000-4000-8000-000000000000' and direction = 'offered';
select from public.follow where topic_id = '00000000-0000-4000-8000-000000000000';
select from public.follow where nis_code = '44021';
-- Who blocked somebody, what did somebody report, what is reported about them, and what did somebody handle?
select from public.colleague_block where blocked_id = '00000000-0000-4000-8000-000000000000';
select from public.colleague_report where reporter_id = '00000000-0000-4000-8000-000000000000';
select from public.colleague_report where reported_id = '00000000-0000-4000-8000-000000000000';
select from public.colleague_report where handled_by = '00000000-0000-4000-8000-000000000000';
-- Which items of the knowledge base does a government share or use, who is asked about one, and which show this card?
select from public.resource where local_government_id = '00000000-0000-4000-8000-000000000000';
select from public.resource where contact_id = '00000000-0000-4000-8000-000000000000';
select from public.resource where card_id = '00000000-0000-4000-8000-000000000000';
select from public.resource_use where local_government_id = '00000000-0000-4000-8000-000000000000';
-- Which items are about a theme, lead to this one, were made with a partner, and which addresses did one have?
select from public.resource_topic where topic_id = '00000000-0000-4000-8000-000000000000';
select from public.resource_link where to_id = '00000000-0000-4000-8000-000000000000';
select from public.resource_partner where partner_id = '00000000-0000-4000-8000-000000000000';
select from public.former_resource_slug where resource_id = '00000000-0000-4000-8000-000000000000';
-- Which items have a word, which words is it a part of, and is it one?
select from private.resource_search where search @@ 'loket'::tsquery;
select word from private.knowledge_word where plain like '%loket%';
select from private.knowledge_word where plain = 'loket';
