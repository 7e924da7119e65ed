import { frameOf } from '$lib/server/frame';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => ({ frame: await frameOf(event) });
