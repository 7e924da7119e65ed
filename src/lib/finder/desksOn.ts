/** The desks on the finder's page; apart from what makes the view, which a browser need not have. */
import type { DeskItem } from './finderView';

type Lists<Desk = DeskItem> = Record<'own' | 'ownFar' | 'others' | 'far' | 'waiting', Desk[]>;

/** Every desk on the page once, in the order of the page. */
export const desksOn = <Desk>({ own, ownFar, others, far, waiting }: Lists<Desk>): Desk[] => [
	...own,
	...(own.length > 0 ? [] : ownFar),
	...waiting,
	...others,
	...(own.length > 0 ? ownFar : []),
	...far
];
/** When the page must be asked again, because a desk opens or closes: the first such instant in milliseconds, or null. */
export const nextChange = (view: Lists): number | null => firstChange(desksOn(view));

export function firstChange(desks: readonly Pick<DeskItem, 'state'>[]): number | null {
	const instants = desks.flatMap(({ state }) => {
		if (state.kind === 'opens') return [Date.parse(state.at)];
		return state.kind === 'open' && state.until !== null ? [Date.parse(state.until)] : [];
	});
	return instants.length > 0 ? Math.min(...instants) : null;
}
