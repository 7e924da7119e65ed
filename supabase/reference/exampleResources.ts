import type { Dice } from './dice.ts';
import type { ExampleMunicipality } from './exampleParticipants.ts';
import type { ExampleResource } from './exampleResource.ts';
import { STORIES } from './exampleStories.ts';
import { TOLD } from './exampleTold.ts';
import { TOOLS } from './exampleTools.ts';

/** A body that takes part in the example. */
export interface ExampleBody {
	nisCode: string;
	kind: 'gemeente' | 'ocmw';
}

export interface PlacedResource extends ExampleResource {
	/** Null: whoever runs the site. */
	owner: ExampleBody | null;
	users: readonly (ExampleBody & { since: string; note: string | null })[];
}

const NOTES = [
	'Wij drukken het af voor elke nieuwe vrijwilliger.',
	'Een beetje aangepast aan onze eigen diensten.',
	'Werkt goed, al is het voor een kleine ploeg veel.',
	'Elke maand op tafel bij ons team.'
] as const;

/** The invented items, each with a body of its province that shares it, and others that use it. */
export function exampleResources(
	participants: readonly ExampleMunicipality[],
	dice: Dice
): readonly PlacedResource[] {
	const bodies = participants.flatMap(({ municipality, since }) =>
		(['gemeente', 'ocmw'] as const).flatMap((kind) =>
			since[kind] === null
				? []
				: [{ nisCode: municipality.nisCode, kind, provinceCode: municipality.provinceCode }]
		)
	);
	return [...TOOLS, ...STORIES, ...TOLD].map((item) => {
		const drawn = dice.shuffle(`resource/${item.slug}`, bodies, ({ nisCode, kind }) => `${nisCode}/${kind}`);
		const [provinceCode, kind] = item.by ?? [];
		const owner = drawn.find((body) => body.provinceCode === provinceCode && body.kind === kind);
		if (item.by && !owner) throw new Error(`Nobody in the example can share ${item.slug}.`);
		return {
			...item,
			owner: owner ? { nisCode: owner.nisCode, kind: owner.kind } : null,
			users: drawn
				.filter((body) => body !== owner)
				.slice(0, item.uses)
				.map((body, place) => ({
					nisCode: body.nisCode,
					kind: body.kind,
					since: `${2024 + (place % 3)}-${String((place % 9) + 1).padStart(2, '0')}-01`,
					note: place % 3 === 0 ? dice.pick(`use/${item.slug}/${body.nisCode}`, NOTES) : null
				}))
		};
	});
}
