import type { Dice } from './dice.ts';
import type { MunicipalityRecord } from './records.ts';

export interface ExampleMunicipality {
	municipality: MunicipalityRecord;
	/** Which of its bodies take part, and since when (ISO date). */
	since: { gemeente: string | null; ocmw: string | null };
}

/** Per province: municipalities of which both bodies, only the gemeente, only the OCMW take part. 120 bodies in all. */
const MIX = {
	'10000': { both: 10, gemeente: 4, ocmw: 3 },
	'20001': { both: 9, gemeente: 4, ocmw: 3 },
	'30000': { both: 9, gemeente: 4, ocmw: 2 },
	'40000': { both: 8, gemeente: 4, ocmw: 2 },
	'70000': { both: 5, gemeente: 3, ocmw: 1 },
	'04000': { both: 3, gemeente: 1, ocmw: 1 }
};

/** Invented participation: the largest municipality of each province, and others by lot. */
export function exampleParticipants(
	municipalities: readonly MunicipalityRecord[],
	dice: Dice
): ExampleMunicipality[] {
	return Object.entries(MIX).flatMap(([provinceCode, mix]) => {
		const candidates = municipalities.filter((m) => m.provinceCode === provinceCode && m.validTo === null);
		const [largest, ...others] = candidates.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0));
		if (!largest) throw new Error(`No municipalities in province ${provinceCode}`);
		const drawn = [largest, ...dice.shuffle('takes part', others, (m) => m.nisCode)];
		const onlyGemeente = mix.both + mix.gemeente;
		return drawn.slice(0, onlyGemeente + mix.ocmw).map((municipality, place) => ({
			municipality,
			since: {
				gemeente: place < onlyGemeente ? since(municipality, 'gemeente', dice) : null,
				ocmw: place < mix.both || place >= onlyGemeente ? since(municipality, 'ocmw', dice) : null
			}
		}));
	});
}

/** The first of a month, 2016 to 2025, but not before the municipality exists. */
function since({ nisCode, validFrom }: MunicipalityRecord, kind: string, dice: Dice): string {
	const month = Math.floor(dice.fraction(`since/${nisCode}/${kind}`) * 120);
	const drawn = `${2016 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
	return validFrom !== null && drawn < validFrom ? validFrom : drawn;
}
