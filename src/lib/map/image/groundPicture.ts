/** Units across `MAP_BOUNDS`: a pixel or less on any screen. */
export const GROUND_WIDTH = 1000;

/** Classes of the look; of a line the one of how far it has faded besides: "motorway f2". */
export type PictureClass =
	'sea' | 'wood' | 'urban' | 'water' | 'frontier' | `${'waterway' | 'motorway'}${'' | ` f${number}`}`;

/** The landscape of the whole region as path data in those units; made by supabase/reference. */
export type GroundPicture = Partial<Record<PictureClass, string>>;
