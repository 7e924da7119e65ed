-- Belgian short numbers (1700, 1733, 112, 116 117) are numbers that a desk or a government can be called on. They have no
-- country code, for nobody dials them from elsewhere.
alter table public.volunteer_desk
  drop constraint volunteer_desk_phone_check,
  add constraint volunteer_desk_phone_check check (phone ~ '^(\+[1-9][0-9]{6,14}|1[0-9]{2,3}|116[0-9]{3})$');

alter table public.local_government
  drop constraint local_government_phone_check,
  add constraint local_government_phone_check check (phone ~ '^(\+[1-9][0-9]{6,14}|1[0-9]{2,3}|116[0-9]{3})$');
