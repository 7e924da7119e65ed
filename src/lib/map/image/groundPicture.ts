/** Units across `MAP_BOUNDS`: a pixel or less on any screen. */
export const GROUND_WIDTH = 1000;

/** The landscape of the whole region as path data in those units, by the class of its look; made by supabase/reference. */
export type GroundPicture = Record<
	'sea' | 'wood' | 'urban' | 'water' | 'waterway' | 'motorway' | 'frontier',
	string
>;
