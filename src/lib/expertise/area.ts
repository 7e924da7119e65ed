/** Where something is followed, as one answer of a form: "provincie:antwerpen" or "gemeente:antwerpen". */
import { PROVINCES, type ProvinceSlug } from '$lib/domain/directory/directory';
import type { DirectoryIndex } from '$lib/domain/directory/directoryIndex';
import { resolveMunicipality } from '$lib/domain/directory/directoryIndex';
import type { Followed } from './follow';

export type Area = Pick<Followed, 'province' | 'nisCode'>;

const NOWHERE: Area = { province: null, nisCode: null };

export const provinceValue = (slug: ProvinceSlug) => `provincie:${slug}`;
export const municipalityValue = (slug: string) => `gemeente:${slug}`;

/**
 * @param answer of the form; empty for everywhere
 * @returns undefined for what is no area of today; a municipality that merged means its successor
 */
export function readArea(index: DirectoryIndex, answer: string): Area | undefined {
	if (answer === '') return NOWHERE;
	const [kind, slug = ''] = answer.split(':');
	if (kind === 'provincie') {
		const province = PROVINCES.find((one) => one.slug === slug);
		return province && { province: province.slug, nisCode: null };
	}
	if (kind !== 'gemeente') return undefined;
	const found = resolveMunicipality(index, slug);
	return found && { province: null, nisCode: found.entry.municipality.nisCode };
}

/** The answer that names an area; empty for everywhere, and for a municipality that is no more. */
export function areaAnswer(index: DirectoryIndex, { province, nisCode }: Area): string {
	if (province !== null) return provinceValue(province);
	const entry = nisCode === null ? undefined : index.byNisCode.get(nisCode);
	return entry ? municipalityValue(entry.municipality.slug) : '';
}
