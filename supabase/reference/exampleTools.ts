import type { ExampleResource } from './exampleResource.ts';

/** Invented manuals and tools. */
export const TOOLS: readonly ExampleResource[] = [
	{
		slug: 'draaiboek-loket-in-de-bibliotheek',
		kind: 'manual',
		title: 'Draaiboek: een loket openen in de bibliotheek',
		summary:
			'Van het eerste gesprek met de bibliothecaris tot de openingsdag: wat je doet, in welke week, en wat het kost.',
		by: ['40000', 'gemeente'],
		topics: ['loket-oprichten', 'onthaal-en-vorming'],
		publishedDaysAgo: 410,
		reviewedDaysAgo: 40,
		uses: 12,
		licence: 'cc-by',
		year: 2025,
		related: ['ons-loket-op-de-markt'],
		card: ['Team vrijwilligers', 'Dienst vrije tijd', 'vrijwilligers@voorbeeldgemeente.example'],
		body: `Een vrijwilligersloket heeft geen eigen gebouw nodig. In de bibliotheek komen elke week honderden mensen langs, er is verwarming, wifi en een tafel, en de deur staat ook op zaterdag open. Wij deden er zes maanden over. Met dit draaiboek kan het in vier.

## Maand 1: afspraken maken

Begin niet met een folder, maar met een gesprek. Leg aan de bibliotheek drie vragen voor:

1. Welke plek zien mensen als ze binnenkomen?
2. Op welke uren is er al iemand aan de balie?
3. Wie sluit af als jij ziek bent?

Schrijf de antwoorden op één blad en laat beide diensten tekenen. Bij ons stond daar ook in dat de bibliotheek **geen** vragen over vrijwilligers moet beantwoorden. Dat nam veel zorgen weg.

## Maand 2: een klein aanbod

Je hoeft niet alle vacatures van de gemeente te hebben. Wij openden met achttien plekken bij negen verenigingen. Bel elke vereniging zelf op. Vraag niet "hebben jullie vrijwilligers nodig?", want dan zegt iedereen ja. Vraag: "Wie vangt volgende week dinsdag iemand op?" Wie daar geen antwoord op heeft, is nog niet klaar.

| Week | Wat | Wie |
| --- | --- | --- |
| 5 | Lijst van verenigingen | loket |
| 6–7 | Bellen en plekken beschrijven | loket |
| 8 | Proefgesprek met twee collega's | loket en bibliotheek |

## Maand 3: oefenen

Speel het onthaalgesprek na met collega's. Gebruik de checklist en meet hoe lang het duurt. Een goed gesprek duurt ongeveer twintig minuten. Duurt het langer, dan ben je aan het overtuigen.

## Maand 4: openen

Kies een gewone dag. Wij kozen de dag van de voorleesweek en niemand zag ons. De tweede keer stonden we er op een woensdagnamiddag, met koffie, en kwamen er elf mensen.

## Wat het kost

- een bord en een vlag: 240 euro
- koffie voor een jaar: 150 euro
- zes uur per week van een medewerker

## Wat we onderschatten

De opvolging. Van elke tien mensen die langskomen, beginnen er vier. Van die vier stoppen er twee in de eerste maand als niemand belt. Plan daarom evenveel tijd voor het nabellen als voor het loket zelf.`
	},
	{
		slug: 'checklist-onthaalgesprek',
		kind: 'tool',
		title: 'Checklist onthaalgesprek',
		summary:
			'Eén blad met twaalf vragen voor een eerste gesprek van twintig minuten met iemand die vrijwilliger wil worden.',
		by: ['10000', 'ocmw'],
		topics: ['onthaal-en-vorming', 'werven'],
		publishedDaysAgo: 300,
		reviewedDaysAgo: 25,
		uses: 15,
		licence: 'cc0',
		year: 2025,
		body: `Print dit blad, leg het naast je en vink af. Je hoeft de volgorde niet te volgen. Wel goed: eerst luisteren, dan pas vertellen wat er is.

## Voor het gesprek

- Staat er een stoel **naast** de tafel en niet ertegenover?
- Weet je welke plekken deze maand echt iemand zoeken?

## De twaalf vragen

1. Hoe ben je hier gekomen?
2. Wat doe je graag? Wat doe je liever niet?
3. Wanneer heb je tijd? Hoe lang wil je dat doen?
4. Wil je liever met mensen werken of met je handen?
5. Hoe ver wil je gaan, en hoe kom je daar?
6. Welke talen spreek je? Welke wil je oefenen?
7. Heb je al eens vrijwilligerswerk gedaan? Wat was er goed aan?
8. Is er iets waar we rekening mee moeten houden?
9. Krijg je een uitkering? Dan kijken we samen na wat je moet melden.
10. Wat wil je leren?
11. Wie mogen we bellen als er iets is?
12. Wat spreken we nu af?

## Na het gesprek

Geef altijd een datum mee, ook als je nog geen plek hebt. "Ik bel je volgende donderdag" is beter dan "je hoort van ons". En bel dan ook.`
	},
	{
		slug: 'rekenblad-onkosten',
		kind: 'tool',
		title: 'Rekenblad onkosten van vrijwilligers',
		summary:
			'Reken uit wat je per jaar aan onkostenvergoedingen betaalt, en wie dicht bij het wettelijke maximum komt.',
		by: ['20001', 'gemeente'],
		topics: ['verzekering-en-onkosten', 'statuut-en-wetgeving'],
		publishedDaysAgo: 1210,
		reviewedDaysAgo: 1120,
		uses: 9,
		licence: 'cc-by',
		website: 'https://rekenblad.dit-bestaat-niet.example/onkosten',
		year: 2023,
		body: `Met dit rekenblad zie je op één scherm wat elke vrijwilliger kreeg, per dag en per jaar. Cellen worden oranje boven tachtig procent van het maximum en rood erboven.

## Zo werkt het

1. Vul bovenaan de bedragen in die dit jaar gelden. Zoek die zelf op: ze veranderen elk jaar op 1 januari.
2. Zet elke vrijwilliger op een regel. Gebruik een nummer, geen naam.
3. Vul per maand het aantal dagen in.

## Let op

- Wie bij twee verenigingen helpt, telt bij allebei mee. Vraag het dus.
- Wie echte kosten terugkrijgt, met bonnetjes, staat niet in dit blad.
- Een coördinator die ook vrijwilliger is, vult het niet voor zichzelf in.

Wij vonden in het eerste jaar drie mensen die te veel kregen. Niemand had het gemerkt, zij ook niet.`
	},
	{
		slug: 'affiche-sjabloon',
		kind: 'tool',
		title: 'Affiche-sjabloon: we zoeken jou',
		summary:
			'Een affiche op A3 die je zelf aanpast: één zin, één foto, één telefoonnummer. Met tips voor de foto.',
		by: ['70000', 'gemeente'],
		topics: ['werven', 'digitale-tools'],
		publishedDaysAgo: 180,
		reviewedDaysAgo: null,
		uses: 7,
		licence: 'cc-by-sa',
		year: 2026,
		body: `Op een goede affiche staat bijna niets. Dit sjabloon heeft daarom maar drie vakken.

**Eén zin.** Niet "vrijwilligers gezocht", maar wat iemand gaat doen. "Kom op dinsdag soep uitscheppen." Wie dat leest, ziet zichzelf al staan.

**Eén foto.** Van echte mensen die iets doen. Vraag of ze het goed vinden en schrijf op dat ze ja zeiden. Kijk je in de lens, dan is het een groepsfoto en geen affiche.

**Eén nummer.** Een telefoonnummer waar iemand opneemt. Bij ons hing er eerst een QR-code. In drie weken scande niemand hem. Met een nummer erbij belden er negen mensen.

Hang ze op waar mensen wachten: bij de bakker, in de wasserette, aan de bushalte. Niet in het gemeentehuis, want daar lezen ze al genoeg.`
	},
	{
		slug: 'kaartspel-moeilijke-gesprekken',
		kind: 'tool',
		title: 'Kaartspel moeilijke gesprekken',
		summary:
			'Achtentwintig kaarten met situaties die iedereen kent en niemand oefent. Voor een team van vier tot acht mensen.',
		by: ['04000', 'gemeente'],
		topics: ['intercultureel', 'kwetsbare-vrijwilligers', 'onthaal-en-vorming'],
		publishedDaysAgo: 520,
		reviewedDaysAgo: 200,
		uses: 5,
		licence: 'cc-by-nc-sa',
		year: 2024,
		partners: [
			['Leerplein Verschil vzw', 'with'],
			['Fonds Goede Buren', 'supports']
		],
		body: `Een vrijwilliger komt altijd te laat. Een bezoeker maakt een opmerking over een hoofddoek. Iemand wil stoppen en durft het niet te zeggen. Op elke kaart staat zo'n moment, in twee zinnen.

## Zo speel je

1. Trek een kaart en lees ze voor.
2. Denk een minuut in stilte na. Schrijf op wat jij als eerste zegt, woord voor woord.
3. Leg de zinnen naast elkaar. Welke zou je zelf willen horen?
4. Speel het gesprek na, drie minuten, niet langer.

Reken op een uur voor vier kaarten. Meer doen heeft geen zin: mensen zijn dan moe en worden grappig.

## Wat wij leerden

De beste zinnen zijn bijna altijd de kortste. En: in een groep waar de baas meespeelt, zegt de eerste twintig minuten niemand wat hij denkt. Laat de baas dus beginnen, met een kaart waar hij zelf slecht in is.`
	},
	{
		slug: 'infofiche-verzekering',
		kind: 'tool',
		title: 'Infofiche verzekering',
		summary:
			'Twee bladzijden in gewone taal: wat is verzekerd, wat niet, en wat doe je de eerste dag na een ongeval.',
		by: ['30000', 'ocmw'],
		topics: ['verzekering-en-onkosten'],
		publishedDaysAgo: 95,
		reviewedDaysAgo: 95,
		uses: 11,
		licence: 'cc-by',
		year: 2026,
		body: `Geef deze fiche mee op de eerste dag. Lees ze samen, want niemand leest ze thuis.

## Wat is verzekerd

- Je valt of kwetst iemand terwijl je helpt.
- Je maakt iets stuk van de vereniging of van een bezoeker.
- Je hebt een ongeval op de weg van huis naar je plek.

## Wat niet

- Je eigen bril, telefoon of jas, behalve bij een ongeval met letsel.
- Schade die je met opzet maakt.
- Iets dat je doet buiten de afspraken. Twijfel je? Bel eerst.

## De eerste dag

1. Zorg dat iedereen veilig is.
2. Schrijf op wat er gebeurde, met uur en plaats.
3. Bel het loket. Wij vullen de aangifte samen in.

Wacht niet tot maandag. Een aangifte na acht dagen komt soms te laat.`
	},
	{
		slug: 'fiche-accueillir-un-benevole',
		kind: 'tool',
		title: 'Fiche pratique : accueillir les bénévoles le premier jour',
		summary:
			'Une page à garder près de la porte : quoi dire, quoi montrer et à qui présenter une nouvelle personne.',
		by: ['04000', 'ocmw'],
		topics: ['onthaal-en-vorming', 'nieuwkomers'],
		publishedDaysAgo: 60,
		reviewedDaysAgo: null,
		uses: 3,
		licence: 'cc-by',
		language: 'fr',
		year: 2026,
		related: ['checklist-onthaalgesprek'],
		body: `Le premier jour décide souvent de la suite. Cette fiche tient sur une page et se lit en deux minutes.

## Avant l’arrivée

- Prévenez l’équipe : un prénom, un jour, une heure.
- Préparez un badge et une tâche simple, qui se termine le jour même.

## À l’arrivée

1. Montrez la porte, les toilettes, la cuisine et la sortie de secours.
2. Présentez **deux** personnes, pas douze.
3. Dites à qui poser les questions, et où la trouver.

## Avant le départ

Demandez : « Qu’est-ce qui t’a étonné ? » Puis convenez du jour suivant. Une personne qui repart sans date revient une fois sur deux.

Les bénévoles qui apprennent le français aiment avoir cette fiche à l’avance. Envoyez-la avec la confirmation.`
	},
	{
		slug: 'afsprakenblad-bij-stoppen',
		kind: 'tool',
		title: 'Afsprakenblad als het misloopt',
		summary:
			'Voor collega’s onder elkaar: hoe je een vrijwilliger vraagt te stoppen, met drie brieven die we echt gebruikten.',
		by: ['10000', 'gemeente'],
		topics: ['kwetsbare-vrijwilligers', 'statuut-en-wetgeving'],
		publishedDaysAgo: 130,
		reviewedDaysAgo: 130,
		uses: 2,
		licence: 'all-rights',
		isForMembers: true,
		year: 2026,
		body: `Dit blad is voor wie zelf een loket of een team heeft. Het staat niet op straat, omdat mensen zich erin zouden kunnen herkennen.

## Eerst praten

Zeg wat je zag, niet wat iemand is. "Je was drie keer niet op de afspraak" en niet "je bent slordig". Zeg ook wat er gebeurt als het niet verandert.

## Dan schrijven

Van elk gesprek maak je een verslag van vijf regels. De vrijwilliger krijgt het mee. Wij hebben drie voorbeelden: na een eerste gesprek, na een tweede, en om afscheid te nemen.

## Wat je niet doet

- Iemand niet meer oproepen en hopen dat het slijt.
- Het aan een andere vrijwilliger laten.
- Bedanken met een geschenk als je eigenlijk boos bent.`
	}
];
