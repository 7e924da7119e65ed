/** What the overview of a government shows. Types and small rules only. */
import type { Subject } from './content';

/** What deserves attention about a desk; several can hold. */
export type DeskMark = 'online' | 'offline' | 'waiting' | 'draft' | 'unconfirmed' | 'approximate';

export interface DeskItem {
	id: string;
	slug: string;
	name: string;
	address: string;
	published: boolean;
	marks: DeskMark[];
	/** ISO instants. */
	verifiedAt: string | null;
	unconfirmedSince: string | null;
}

export interface ChangeItem {
	id: string;
	subject: Subject;
	/** Name of the desk; null for the page of the government. */
	what: string | null;
	deskId: string | null;
	/** By the person who looks. */
	isOwn: boolean;
	/** Who chose to be seen; null for others. */
	by: string | null;
	state: 'draft' | 'waiting' | 'published' | 'rejected';
	/** ISO instant. */
	at: string;
}

/** Where a change goes on: a draft in its form, the rest on its own page. */
export function changePath({
	id,
	subject,
	deskId,
	state
}: Pick<ChangeItem, 'id' | 'subject' | 'deskId' | 'state'>): string {
	if (state !== 'draft') return `/wijzigingen/${id}`;
	if (subject === 'government') return '/gegevens';
	return deskId === null ? `/loketten/nieuw?ontwerp=${id}` : `/loketten/${deskId}`;
}
