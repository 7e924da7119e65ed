import type { ExampleResource } from './exampleResource.ts';

/** What is told around the invented tools and stories: a publication, a report, a project, calls and news. */
export const TOLD: readonly ExampleResource[] = [
	{
		slug: 'vijf-praktijken-vijf-gesprekken',
		kind: 'publication',
		title: 'Vijf praktijken, vijf gesprekken',
		summary:
			'Vijf mensen die elke week met vrijwilligers werken, vertellen wat ze geleerd hebben. Zonder namen, met hun functie.',
		by: null,
		topics: ['onthaal-en-vorming', 'intercultureel', 'jongeren', 'waardering'],
		publishedDaysAgo: 210,
		reviewedDaysAgo: 30,
		uses: 3,
		licence: 'cc-by-sa',
		year: 2026,
		related: ['buurt-in-beweging', 'kaartspel-moeilijke-gesprekken'],
		partners: [
			['Leerplein Verschil vzw', 'with'],
			['Huis van de Buurt vzw', 'takes_part'],
			['Fonds Goede Buren', 'supports']
		],
		card: ['Redactie', 'Lokaal Vrijwilligen', 'redactie@voorbeeldplatform.example'],
		body: `Een half jaar lang kwamen elf organisaties elke maand samen rond één vraag: hoe ga je om met verschil in je ploeg? Ze brachten geen theorie mee, wel verhalen. Vijf daarvan schreven we op.

Je leest ze in een kwartier. Lees ze met je team, of op een intervisie met collega's van andere besturen, en kies er één uit om over te praten. Onder elk gesprek staat een vraag om mee te beginnen.`,
		blocks: [
			[
				'De stoel naast de tafel',
				'Coördinator van een vrijwilligersloket',
				`**Wat is het eerste dat je anders bent gaan doen?**

Ik heb de stoel verzet. Ze stond tegenover mij, met een tafel ertussen. Nu staat ze ernaast. Mensen kijken mee naar het scherm en zeggen: "nee, dat niet." Dat zeiden ze vroeger ook, maar dan thuis.

**En wat lukt nog altijd niet?**

Mensen die 's avonds werken. Ons loket sluit om vijf uur. Ik weet het al drie jaar.

*Vraag voor je team: wie kan niet komen op de uren dat wij open zijn?*`
			],
			[
				'Een naam op de kapstok',
				'Verantwoordelijke van een sociaal restaurant',
				`**Je hebt vrijwilligers uit twaalf landen. Hoe begin je een dag?**

Met de kapstok. Iedereen heeft een haak met zijn naam. Wie er voor het eerst is, schrijft hem zelf. Ik spreek hem dan drie keer fout uit en dan juist. Daar lachen we mee.

**Botst het soms?**

Ja. Over messen, over muziek, over wie de baas is van de soep. Ik heb geleerd om het dezelfde dag te zeggen. Wat blijft liggen, gaat stinken. Dat geldt ook voor vis.

*Vraag voor je team: wat bleef bij ons te lang liggen?*`
			],
			[
				'Bellen na een maand',
				'Medewerker van een OCMW',
				`**Waarom stoppen mensen?**

Meestal omdat niemand belt. Ze missen één keer, schamen zich, en blijven weg. Als ik na een maand bel en gewoon vraag hoe het gaat, komt de helft terug.

**Heb je daar tijd voor?**

Een half uur op donderdag. Het staat in mijn agenda als vergadering.

*Vraag voor je team: wie hebben we al een maand niet gezien?*`
			],
			[
				'De ploeg beslist',
				'Trainer van een jeugdploeg',
				`**Hoe krijg je jongeren mee?**

Niet één voor één. Ik vraag het aan de ploeg, en de ploeg beslist. Als ze nee zeggen, is het nee. Daarom zeggen ze ook ja.

**Wat hebben ze eraan?**

Eén jongen die nooit praat, stond daar pannenkoeken te bakken en uitleg te geven. Zijn moeder geloofde het niet. Ik heb een foto gestuurd.

*Vraag voor je team: vragen wij het aan mensen, of aan groepen?*`
			],
			[
				'Dank je, met een reden',
				'Schepen van een kleine gemeente',
				`**Wat doet een bestuur dat vrijwilligers wil bedanken?**

Vroeger gaven we een receptie met een toespraak van mij. Nu schrijf ik kaartjes. Op elk kaartje staat wat iemand deed: "Je hebt de hele winter de deur geopend." Dat kost mij twee avonden.

**Is dat niet klein?**

Het is het enige dat mensen op hun koelkast hangen.

*Vraag voor je team: wanneer zeiden wij voor het laatst waarvoor we iemand bedanken?*`
			]
		]
	},
	{
		slug: 'memorandum-drempels-voor-nieuwkomers',
		kind: 'report',
		title: 'Memorandum: drempels voor nieuwkomers die willen helpen',
		summary:
			'Wat nieuwkomers tegenhoudt om vrijwilliger te worden, en zeven dingen die een lokaal bestuur zelf kan veranderen.',
		by: ['04000', 'gemeente'],
		topics: ['nieuwkomers', 'statuut-en-wetgeving', 'beleid'],
		publishedDaysAgo: 365,
		reviewedDaysAgo: null,
		uses: 4,
		licence: 'cc-by',
		year: 2025,
		related: ['buddywerking-zonder-afspraken'],
		body: `Dit memorandum bundelt signalen van negen organisaties. Ze spraken samen met honderdtwintig mensen die minder dan vijf jaar in België zijn. Bijna allemaal wilden ze helpen. Minder dan een derde deed het.

## Wat mensen tegenhoudt

1. **Ze weten niet of het mag.** Wie op papieren wacht, is bang om een fout te maken.
2. **Ze worden niet gevraagd.** Werven gebeurt in het Nederlands, op papier, via mensen die men al kent.
3. **Het kost geld.** Een bus, een oppas, werkschoenen.
4. **Het duurt te lang.** Gemiddeld zeven weken tussen de eerste vraag en de eerste dag.

## Zeven aanbevelingen

1. Zet op je website in drie talen wie vrijwilliger mag zijn.
2. Geef bij het onthaal van nieuwe inwoners een adres mee, geen folder.
3. Betaal de bus vooraf, niet achteraf.
4. Laat taal geen voorwaarde zijn als de taak ze niet vraagt.
5. Beloof een antwoord binnen twee weken.
6. Vraag nieuwkomers in het bestuur van je adviesraad.
7. Tel. Wie niet weet hoeveel mensen afhaken, kan het niet verbeteren.

## Wat we vragen aan Vlaanderen en Brussel

Eén duidelijke bladzijde over het statuut, die elk jaar wordt nagekeken. Die is er nu niet.`
	},
	{
		slug: 'buurt-in-beweging',
		kind: 'project',
		title: 'Buurt in beweging',
		summary:
			'Vier gemeenten zoeken twee jaar lang hoe een buurt zelf vrijwilligers vindt. Met tools die je meteen kunt gebruiken.',
		by: ['30000', 'gemeente'],
		topics: ['verenigingen', 'werven'],
		publishedDaysAgo: 270,
		reviewedDaysAgo: 60,
		uses: 0,
		licence: 'cc-by',
		period: [-280, 450],
		website: 'https://www.buurt-in-beweging.example/',
		related: ['checklist-onthaalgesprek', 'ons-loket-op-de-markt'],
		partners: [
			['Huis van de Buurt vzw', 'with'],
			['Fonds Goede Buren', 'supports']
		],
		card: ['Projectteam Buurt in beweging', 'Coördinatie', 'buurt@voorbeeldproject.example'],
		body: `Wat gebeurt er als niet de gemeente, maar de straat zelf mensen zoekt? Vier gemeenten proberen het uit, elk in één buurt.

## Wat we doen

- Elke buurt krijgt een klein budget van 2.000 euro. Bewoners beslissen samen.
- Elke maand een avond waarop de vier buurten bij elkaar op bezoek gaan.
- Wat werkt, wordt een tool. Wat niet werkt, wordt een verhaal.

De coördinatie zit bij één gemeente. De andere drie betalen mee.

## Waar we staan

Na negen maanden hebben drie buurten een vaste groep. In de vierde viel de groep uiteen toen twee trekkers verhuisden. Ook daarover schrijven we.`
	},
	{
		slug: 'oproep-buurtinitiatieven',
		kind: 'call',
		title: 'Oproep buurtinitiatieven',
		summary:
			'Heb je een plan voor je straat of wijk waar vrijwilligers aan meewerken? Vraag tot 3.000 euro en een half jaar begeleiding.',
		by: ['30000', 'gemeente'],
		topics: ['verenigingen', 'waardering'],
		publishedDaysAgo: 12,
		reviewedDaysAgo: null,
		uses: 0,
		licence: 'all-rights',
		related: ['buurt-in-beweging'],
		call: {
			deadlineInDays: 75,
			support: 'Tot 3.000 euro per plan, zes avonden begeleiding, en een verzekering voor wie meehelpt.',
			audience: ['citizens', 'association']
		},
		card: ['Dienst buurtwerking', 'Vragen over de oproep', 'buurtwerking@voorbeeldgemeente.example'],
		body: `Je hoeft geen vereniging te zijn. Drie buren met een plan is genoeg.

## Wat we zoeken

Een plan dat mensen samenbrengt die elkaar nog niet kennen. Groot hoeft niet. Vorig jaar steunden we een soepkar, een ruilkast en een koor dat niet kan zingen.

## Hoe vraag je aan

1. Schrijf op één bladzijde wat je wilt doen, met wie en wanneer.
2. Maak een lijstje van wat je nodig hebt.
3. Stuur het op. We bellen je binnen twee weken.

## Waar we op letten

- Kan iedereen meedoen, ook wie weinig geld heeft of slecht te been is?
- Is er al iemand die begint als er niets gebeurt?

Mislukken mag. We vragen alleen dat je vertelt hoe het ging.`
	},
	{
		slug: 'oproep-digitale-inclusie',
		kind: 'call',
		title: 'Oproep digitale inclusie',
		summary:
			'Steun voor lokale besturen die vrijwilligers opleiden om anderen op weg te helpen met computer en smartphone.',
		by: ['40000', 'gemeente'],
		topics: ['digitale-tools', 'kwetsbare-vrijwilligers'],
		publishedDaysAgo: 160,
		reviewedDaysAgo: null,
		uses: 0,
		licence: 'all-rights',
		call: {
			deadlineInDays: -45,
			support: 'Tot 10.000 euro voor twee jaar, en een pakket van twintig toestellen om te lenen.',
			audience: ['local_government', 'association']
		},
		body: `Een afspraak bij de dokter, een attest, een busabonnement: alles gaat via een scherm. Wie dat niet kan, vraagt het aan een kleinkind of laat het zitten.

Met deze oproep steunen we plekken waar je zonder afspraak binnenloopt en iemand naast je komt zitten.

## Voorwaarden

- Minstens twee halve dagen per week open, op een vaste plek.
- Minstens vijf vrijwilligers, die zelf ook vorming krijgen.
- Niemand hoeft zijn wachtwoord te geven.

De oproep is gesloten. De gekozen plannen komen hier te staan.`
	},
	{
		slug: 'themadag-eerlijke-verhalen',
		kind: 'news',
		title: 'Themadag over eerlijke verhalen: zo was het',
		summary:
			'Tachtig collega’s vertelden elkaar wat niet lukte. De zaal was nog nooit zo stil, en daarna nog nooit zo luid.',
		by: null,
		topics: ['evaluatie', 'beleid'],
		publishedDaysAgo: 5,
		reviewedDaysAgo: null,
		uses: 0,
		licence: 'cc-by',
		related: ['ons-loket-op-de-markt', 'buddywerking-zonder-afspraken'],
		body: `Op de themadag mocht niemand over een succes vertellen. Dat was de enige regel. Wie toch begon met "het was een mooi project", kreeg een belletje te horen.

De eerste spreker had een loket op de markt geopend waar niemand kwam. De tweede een buddywerking die uiteenviel. Na de derde stak iemand in de zaal een hand op: "Bij ons ook." Toen was het hek van de dam.

## Drie dingen die bleven hangen

- Tel na drie maanden, en zeg het getal hardop.
- Een mislukking die je deelt, spaart tien anderen een jaar.
- Er is altijd één vrijwilliger die het al wist. Vraag het.

De verhalen staan in de kennisbank. Dat van jou ook?`
	},
	{
		slug: 'nieuwe-fiche-verzekering',
		kind: 'news',
		title: 'De fiche over verzekering is vernieuwd',
		summary:
			'Op vraag van elf besturen: korter, en met een stuk over de weg van en naar je plek als vrijwilliger.',
		by: ['30000', 'ocmw'],
		topics: ['verzekering-en-onkosten'],
		publishedDaysAgo: 90,
		reviewedDaysAgo: null,
		uses: 0,
		licence: 'cc-by',
		related: ['infofiche-verzekering'],
		body: `Elf besturen gebruiken onze infofiche. Zeven ervan stelden dezelfde vraag: ben je verzekerd als je met de fiets komt? Het antwoord stond er niet in. Nu wel.

Gebruik je een oude versie? Gooi ze weg. Op de nieuwe staat onderaan de maand waarin we ze nakeken.`
	}
];
