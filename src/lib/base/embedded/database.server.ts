/** A statement with its parameters, or several without; rows come as objects. PGlite is one as it is. */
export interface Queries {
	query<T>(sql: string, parameters?: unknown[]): Promise<{ rows: T[] }>;
	/** One result per statement. */
	exec(sql: string): Promise<{ rows: Record<string, unknown>[] }[]>;
}

/** A transaction that commits when its work is done, unless it was rolled back before. */
export interface Transaction extends Queries {
	rollback(): Promise<void>;
}

/** One session of the database, as its owner. */
export interface Database extends Queries {
	/** Rolls back when `work` throws. */
	transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}
