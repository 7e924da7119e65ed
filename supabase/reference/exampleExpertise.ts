import type { Dice } from './dice.ts';

/** What an invented member offers or looks for. */
export interface ExampleExpertise {
	/** Slug of a theme, as the first themes of the database have them. */
	topic: string;
	direction: 'offered' | 'sought';
	note: string | null;
}

/** A theme with a sentence of who offers it, and of who looks for it, in Dutch and in French. */
interface Sentences {
	offered: Record<'nl' | 'fr', string>;
	sought: Record<'nl' | 'fr', string>;
}

/** Themes a person; what they offer and what they look for alternate. */
const THEMES_EACH = 3;

/**
 * What a member offers and looks for: themes in turn, so that each is offered and sought by somebody who shows it.
 * `place` counts those who fill it in.
 */
export function exampleExpertise(
	place: number,
	locale: 'nl' | 'fr',
	dice: Dice
): readonly ExampleExpertise[] {
	const topics = Object.entries(SENTENCES);
	return Array.from({ length: THEMES_EACH }, (_, turn): ExampleExpertise[] => {
		const entry = topics[(place + turn * 5) % topics.length];
		if (!entry) return [];
		const [topic, sentences] = entry;
		const direction = (Math.floor(place / topics.length) + turn) % 2 === 0 ? 'offered' : 'sought';
		const says = dice.fraction(`expertise/${place}/${topic}`) < 0.7;
		return [{ topic, direction, note: says ? sentences[direction][locale] : null }];
	})
		.flat()
		.toSorted((a, b) => a.topic.localeCompare(b.topic, 'en'));
}

const SENTENCES: Readonly<Record<string, Sentences>> = {
	beleid: {
		offered: {
			nl: 'Wij schreven in 2022 een vrijwilligersplan en delen graag hoe we begonnen.',
			fr: 'Nous avons rédigé un plan du volontariat en 2022 et expliquons volontiers nos débuts.'
		},
		sought: {
			nl: 'Wie heeft een vrijwilligersplan dat de gemeenteraad goedkeurde?',
			fr: 'Qui a un plan du volontariat approuvé par le conseil communal ?'
		}
	},
	'loket-oprichten': {
		offered: {
			nl: 'Ons loket staat in de bibliotheek. Kom gerust eens kijken.',
			fr: 'Notre guichet se trouve à la bibliothèque. Venez le voir.'
		},
		sought: {
			nl: 'Wij willen volgend jaar een loket openen. Waar begin je?',
			fr: 'Nous voulons ouvrir un guichet l’année prochaine. Par où commencer ?'
		}
	},
	werven: {
		offered: {
			nl: 'Op de markt en via de scholen vonden wij vijftig nieuwe vrijwilligers.',
			fr: 'Au marché et dans les écoles, nous avons trouvé cinquante volontaires.'
		},
		sought: {
			nl: 'Hoe vind je vrijwilligers voor een paar uur per maand?',
			fr: 'Comment trouver des volontaires pour quelques heures par mois ?'
		}
	},
	'onthaal-en-vorming': {
		offered: {
			nl: 'Wij hebben een onthaalmap en twee vormingen per jaar.',
			fr: 'Nous avons un dossier d’accueil et deux formations par an.'
		},
		sought: {
			nl: 'Wie heeft een korte vorming voor wie nieuw is?',
			fr: 'Qui propose une courte formation pour les nouveaux ?'
		}
	},
	waardering: {
		offered: {
			nl: 'Elk jaar een feest dat de vrijwilligers zelf kiezen.',
			fr: 'Chaque année, une fête que les volontaires choisissent.'
		},
		sought: {
			nl: 'Hoe bedank je vrijwilligers zonder groot budget?',
			fr: 'Comment remercier les volontaires sans grand budget ?'
		}
	},
	'verzekering-en-onkosten': {
		offered: {
			nl: 'Ik ken de verzekering en de regels voor onkosten van dichtbij.',
			fr: 'Je connais bien l’assurance et les règles de défraiement.'
		},
		sought: {
			nl: 'Hoe betalen jullie onkosten van wie voor twee verenigingen werkt?',
			fr: 'Comment défrayez-vous qui travaille pour deux associations ?'
		}
	},
	'statuut-en-wetgeving': {
		offered: {
			nl: 'Onze juriste maakte een fiche over vrijwilligen met een uitkering.',
			fr: 'Notre juriste a fait une fiche sur le volontariat avec une allocation.'
		},
		sought: {
			nl: 'Mag een mandataris vrijwilliger zijn bij het eigen OCMW?',
			fr: 'Un mandataire peut-il être volontaire dans son propre CPAS ?'
		}
	},
	'kwetsbare-vrijwilligers': {
		offered: {
			nl: 'Wij begeleiden vrijwilligers met een beperking, met een buddy.',
			fr: 'Nous accompagnons des volontaires en situation de handicap, en duo.'
		},
		sought: {
			nl: 'Welke taken passen bij wie lang thuis was?',
			fr: 'Quelles tâches pour qui est resté longtemps à la maison ?'
		}
	},
	nieuwkomers: {
		offered: {
			nl: 'Nieuwkomers helpen bij ons mee in het dienstencentrum.',
			fr: 'Les primo-arrivants aident dans notre centre de services.'
		},
		sought: {
			nl: 'Hoe leggen jullie vrijwilligen uit aan wie nog Nederlands leert?',
			fr: 'Comment expliquez-vous le volontariat à qui apprend la langue ?'
		}
	},
	intercultureel: {
		offered: {
			nl: 'Wij werken samen met zelforganisaties in drie wijken.',
			fr: 'Nous travaillons avec des associations dans trois quartiers.'
		},
		sought: {
			nl: 'Onze vrijwilligers lijken te veel op elkaar. Wie pakte dat aan?',
			fr: 'Nos volontaires se ressemblent trop. Qui s’y est attaqué ?'
		}
	},
	jongeren: {
		offered: {
			nl: 'Met de jeugddienst zetten wij klussen van één dag op.',
			fr: 'Avec le service jeunesse, nous organisons des missions d’un jour.'
		},
		sought: {
			nl: 'Hoe houd je jongeren vast na de eerste keer?',
			fr: 'Comment garder les jeunes après la première fois ?'
		}
	},
	'digitale-tools': {
		offered: {
			nl: 'Wij planden met drie programma’s en weten wat werkt.',
			fr: 'Nous avons essayé trois logiciels de planning.'
		},
		sought: {
			nl: 'Welk programma gebruiken jullie om vrijwilligers in te plannen?',
			fr: 'Quel logiciel utilisez-vous pour planifier les volontaires ?'
		}
	},
	verenigingen: {
		offered: {
			nl: 'Wij begeleiden verenigingen die een bestuur zoeken.',
			fr: 'Nous aidons les associations qui cherchent des administrateurs.'
		},
		sought: {
			nl: 'Wat biedt jullie gemeente aan kleine verenigingen?',
			fr: 'Qu’offre votre commune aux petites associations ?'
		}
	},
	crisis: {
		offered: {
			nl: 'Na de overstroming in 2021 leidden wij honderd vrijwilligers in goede banen.',
			fr: 'Après les inondations de 2021, nous avons coordonné cent volontaires.'
		},
		sought: {
			nl: 'Wie heeft een draaiboek voor spontane vrijwilligers bij een ramp?',
			fr: 'Qui a un plan pour les volontaires spontanés en cas de catastrophe ?'
		}
	},
	evaluatie: {
		offered: {
			nl: 'Elke twee jaar vragen wij vrijwilligers wat beter kan.',
			fr: 'Tous les deux ans, nous demandons aux volontaires ce qui peut être amélioré.'
		},
		sought: {
			nl: 'Met welke cijfers tonen jullie wat vrijwilligers betekenen?',
			fr: 'Avec quels chiffres montrez-vous ce que font les volontaires ?'
		}
	}
};
