import { frameOf } from '$lib/site/frame.server';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => ({ frame: await frameOf(event) });
