-- What the trail tells and which mails there are, of all the migrations that follow.
alter table public.audit_entry drop constraint audit_entry_action_check;
alter table public.audit_entry add constraint audit_entry_action_check check (action in (
    'registered', 'confirmed', 'approved', 'rejected', 'undone', 'suspended', 'restored', 'role_changed', 'paused',
    'resumed', 'left', 'government_changed', 'email_changed', 'password_changed', 'exported', 'expired_unconfirmed',
    'expired_rejected', 'expired_suspended', 'expired_undecided', 'admin_granted', 'mail_resent', 'renamed', 'function_changed',
    'superseded', 'imported', 'desks_merged', 'topic_created', 'topic_renamed', 'topics_merged',
    'message_answered', 'message_closed', 'message_sorted',
    'participation_asked', 'participation_changed', 'domain_assigned', 'domain_withdrawn'
  ));
alter table public.email_outbox drop constraint email_outbox_template_check;
alter table public.email_outbox add constraint email_outbox_template_check check (template in (
    'already_registered', 'account_approved', 'account_rejected', 'account_suspended', 'account_restored', 'role_changed',
    'email_changed', 'password_changed', 'account_ends', 'account_left', 'new_request', 'evidence_changed',
    'new_colleague', 'change_waiting', 'change_reviewed', 'page_changed', 'desk_report', 'desk_check', 'first_message',
    'first_message_copy', 'colleague_report', 'digest', 'contact_message', 'contact_answer',
    'auth_confirmation', 'auth_recovery', 'auth_magic_link', 'auth_email_change', 'password_chosen'
  ));
