import type { Extensions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';

/** What the migrations make of extensions: PGlite has each only where it is told to bring it. */
export const EXTENSIONS: Extensions = { postgis, pg_trgm, unaccent };
