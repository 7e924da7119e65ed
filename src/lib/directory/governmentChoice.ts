/** A local government that somebody may mean. */
export interface GovernmentChoice {
	/** Its own name, which only it has. */
	value: string;
	/** With why it is proposed: "Gemeente Kruisem, vroeger Kruishoutem". */
	label: string;
}
