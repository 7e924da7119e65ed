-- A new function is callable by nobody until its migration says for whom. What PUBLIC may do with new functions can only
-- be taken away from everywhere at once: a revoke for one schema, as in the first migration, has no effect by itself.

alter default privileges revoke execute on functions from public;
-- What Supabase grants on its own.
alter default privileges in schema public revoke execute on functions from anon, authenticated;

-- Made before. Triggers need no right to run theirs.
revoke execute on all functions in schema private from public, anon, authenticated;
