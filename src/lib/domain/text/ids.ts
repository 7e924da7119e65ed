import * as v from 'valibot';

const schema = v.pipe(v.string(), v.uuid());

/** Is this the id of an account, decision or mail? Anything else never reaches the database. */
export const isId = (value: unknown): value is string => v.is(schema, value);
