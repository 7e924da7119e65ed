import type { ExampleResource } from './exampleResource.ts';

/** Invented stories: what worked, and what did not. */
export const STORIES: readonly ExampleResource[] = [
	{
		slug: 'ons-loket-op-de-markt',
		kind: 'story',
		title: 'Ons loket op de markt: niemand kwam',
		summary:
			'Zes zaterdagen met een kraam tussen de kippen en de kaas. We spraken vier mensen. Wat we ervan leerden.',
		by: ['30000', 'gemeente'],
		topics: ['werven', 'loket-oprichten'],
		publishedDaysAgo: 33,
		reviewedDaysAgo: null,
		uses: 0,
		licence: 'cc-by',
		story: {
			outcome: 'successful_failure',
			tried:
				'Zes zaterdagen lang stonden we van 9 tot 12 uur op de wekelijkse markt, met een kraam, ballonnen en een lijst van veertig plekken voor vrijwilligers. Telkens met twee collega’s.',
			cost: '36 uur werk, 420 euro voor de kraam en het drukwerk, en een natte doos folders.',
			nextTime:
				'Eerst een uur over de markt lopen en mensen vragen wat ze zoeken. En dan naar de plek gaan waar ze al zitten: de koffietafel in de kerkzaal, niet de kraam ernaast.'
		},
		tools: [
			['affiche-sjabloon', 'Daarop kwamen de vier gesprekken af die we hadden.'],
			['checklist-onthaalgesprek', 'Te lang voor aan een kraam. We gebruikten alleen de eerste drie vragen.']
		],
		body: `We dachten: de markt, daar is iedereen. Dat klopt. Maar iedereen is er om kaas te kopen.

De eerste zaterdag was het zonnig en stonden we naast de kippenkraam. Mensen met een zware tas willen naar huis. Ze namen een ballon voor hun kleinkind en zeiden dat ze "er eens over zouden nadenken". De tweede zaterdag hadden we een rad van fortuin. Toen kwamen er kinderen.

Na drie weken telden we. Zestig folders weg, waarvan we er twintig terugvonden in de vuilnisbak aan het eind van de straat. Vier echte gesprekken. Eén vrouw begon in het rusthuis en is er nog altijd. Zij zei later waarom ze was blijven staan: ze kende een van ons van het zwembad.

## Het keerpunt

De vijfde zaterdag liep een van ons weg van de kraam om koffie te halen. Ze kwam pas na een half uur terug. In de kerkzaal achter de markt zaten dertig mensen aan lange tafels. Ze had er zeven gesproken. Gewoon, omdat ze ging zitten.

De zesde zaterdag stond de kraam leeg en zaten wij aan tafel. Dat was de beste ochtend.

## Waarom we dit vertellen

Bijna elke gemeente die we spreken, wil op de markt gaan staan. Het staat mooi in een jaarverslag. Doe het gerust, maar weet dat een kraam een muur is. Mensen moeten een reden hebben om erheen te gaan, en die hebben ze niet.`
	},
	{
		slug: 'buddywerking-zonder-afspraken',
		kind: 'story',
		title: 'Buddywerking zonder afspraken',
		summary:
			'We koppelden twintig buddy’s aan nieuwkomers en lieten ze vrij. Na een half jaar waren er nog vijf duo’s over.',
		by: ['20001', 'ocmw'],
		topics: ['nieuwkomers', 'intercultureel', 'onthaal-en-vorming'],
		publishedDaysAgo: 75,
		reviewedDaysAgo: null,
		uses: 0,
		licence: 'cc-by',
		story: {
			outcome: 'successful_failure',
			tried:
				'Twintig duo’s van een buddy en een nieuwkomer. Eén infoavond, een telefoonnummer voor vragen, en verder geen regels. We wilden dat het vriendschap werd en geen dienst.',
			cost: 'Een halve dag werk per week. En vijftien mensen die teleurgesteld waren, aan beide kanten.',
			nextTime:
				'Drie afspraken op papier voor het eerste half jaar: hoe vaak, hoe lang, en wie je belt als het niet klikt. En na vier weken een gesprek met elk apart.'
		},
		tools: [
			['kaartspel-moeilijke-gesprekken', 'Pas achteraf. De kaart over "nee zeggen" had ons veel bespaard.']
		],
		body: `Een vriendschap plan je niet. Dat was ons idee, en daar staan we nog altijd achter. Toch ging het mis.

In de eerste weken belde iedereen elkaar. Er waren foto's van koffie, van een fietstocht, van een geboortekaartje. In de tweede maand werd het stil. Sommige buddy's belden nog, maar kregen geen antwoord meer. Anderen kregen elke dag een vraag: over de school, over een boete, over een kapotte ketel. Zij durfden niet te zeggen dat het te veel was.

## Wat we hoorden

We belden iedereen op. Drie zinnen kwamen terug:

- "Ik wist niet of ik mocht stoppen."
- "Ik dacht dat zij mij hielp omdat het haar werk was."
- "Ik wilde niet lastig zijn."

Zonder afspraken vult iedereen ze zelf in. De ene denkt aan een uur per maand, de andere aan elke dag.

## Wat er nu is

De vijf duo's die overbleven, hadden zelf iets afgesproken. Eén duo ging elke tweede zondag wandelen, wat er ook gebeurde. Dat is nu ons voorbeeld: een ritme, een einde, en een nummer. Daarna mag je vrienden worden.`
	},
	{
		slug: 'van-3-naar-40-taalvrijwilligers',
		kind: 'story',
		title: 'Van 3 naar 40 taalvrijwilligers',
		summary:
			'Hoe een praattafel in het wassalon groeide naar veertig vrijwilligers in twee jaar. Het geheim is een vast uur.',
		by: ['10000', 'gemeente'],
		topics: ['nieuwkomers', 'werven', 'waardering'],
		publishedDaysAgo: 150,
		reviewedDaysAgo: 20,
		uses: 6,
		licence: 'cc-by',
		story: {
			outcome: 'good_practice',
			tried:
				'Elke dinsdag om 19 uur een praattafel, op een plek waar mensen toch al wachten. Wie drie keer komt helpen, vraagt zelf de volgende.',
			cost: '1.200 euro per jaar voor koffie, koek en een verzekering. Een medewerker voor vier uur per week.',
			nextTime:
				'Vroeger beginnen met een vaste dag. We verloren een jaar met een schema dat elke maand anders was.'
		},
		tools: [
			['checklist-onthaalgesprek', 'Vraag 6, over talen, is bij ons de eerste geworden.'],
			['draaiboek-loket-in-de-bibliotheek', 'Het hoofdstuk over nabellen hebben we letterlijk overgenomen.']
		],
		body: `In de zomer hadden we drie taalvrijwilligers, alle drie op rust, alle drie moe. Er stonden vijftig mensen op de wachtlijst. Een oproep in het gemeenteblad bracht één persoon op, die in een andere gemeente bleek te wonen.

## Het wassalon

Het idee kwam van een van de drie. Zij deed haar was in het salon aan het station en zag er elke week dezelfde mensen, stil naast elkaar, een uur lang. "Daar is je klas", zei ze. De uitbater vond het goed, zolang we de machines niet blokkeerden.

De eerste avond kwamen er zes mensen. We hadden geen boek en geen plan, alleen een pot koffie en kaartjes met vragen. *Wat at je als kind op zondag?* Na een uur was de was droog en zat er nog niemand recht.

## Waarom het groeide

- **Eén vast uur.** Dinsdag, 19 uur. Ook in de vakantie. Mensen onthouden één ding.
- **Klein beginnen.** Wie wil helpen, komt eerst gewoon mee praten. Niemand vult een formulier in de eerste avond.
- **Vrijwilligers vragen vrijwilligers.** Na drie keer vragen we: wie ken jij die dit goed zou kunnen? Zo kwamen er zevenentwintig van de veertig.
- **Bedanken met naam.** Elk kwartaal eten we samen. Geen toespraak, wel soep.

## En nu

Er zijn nu vier plekken: het wassalon, de bibliotheek, een kapper en een kantine van de voetbalclub. De wachtlijst is weg. Van de eerste zes mensen die kwamen leren, helpen er nu twee zelf.`
	},
	{
		slug: 'jongeren-via-de-sportclub',
		kind: 'story',
		title: 'Jongeren bereiken via de sportclub',
		summary:
			'Jongeren lezen geen affiche, maar luisteren wel naar hun trainer. Hoe vijf clubs samen zestig jongeren vonden.',
		by: ['70000', 'gemeente'],
		topics: ['jongeren', 'verenigingen', 'werven'],
		publishedDaysAgo: 240,
		reviewedDaysAgo: 100,
		uses: 4,
		licence: 'cc-by',
		story: {
			outcome: 'good_practice',
			tried:
				'Vijf trainers vroegen in hun eigen ploeg wie één zaterdag wilde helpen bij een andere vereniging. De hele ploeg ging samen.',
			cost: 'Een bus voor vijf zaterdagen (1.500 euro) en pizza. Trainers kregen een avond vorming.',
			nextTime: 'Ook de ouders verwittigen. Twee ploegen konden niet mee omdat niemand het thuis had gezegd.'
		},
		tools: [['affiche-sjabloon', 'Voor in de kleedkamer, met een foto van de eigen ploeg.']],
		body: `Wij wilden jongeren. Wij maakten dus een filmpje. Het werd vierhonderd keer bekeken, vooral door collega's.

Toen vroegen we het aan een trainer van veertienjarigen. Hij lachte en zei: "Stuur ze niet ergens heen. Ga met ze mee." Zo begon het.

## Samen of niet

Een jongere alleen durft niet binnen te stappen in een rusthuis. Een ploeg van veertien wel. Ze maken lawaai, ze maken foto's, en na een uur zitten er drie te kaarten met iemand van negentig.

Van de zestig jongeren kwamen er achttien later alleen terug. Dat is meer dan we ooit met een campagne haalden.

## Tips

1. Kies iets dat **op één dag** klaar is: een tuin, een feest, een verhuis.
2. Geef de trainer het laatste woord over wie meegaat.
3. Zorg voor eten. Echt.`
	},
	{
		slug: 'vrijwilligers-bij-de-overstroming',
		kind: 'story',
		title: 'Vrijwilligers bij de overstroming',
		summary:
			'In twee dagen boden zich zevenhonderd mensen aan. Wat werkte om hen niet weg te sturen en niet in de weg te laten lopen.',
		by: ['20001', 'gemeente'],
		topics: ['crisis', 'digitale-tools'],
		publishedDaysAgo: 640,
		reviewedDaysAgo: 15,
		uses: 8,
		licence: 'cc-by',
		story: {
			outcome: 'good_practice',
			tried:
				'Eén verzamelplek in de sporthal, één lijst, en ploegen van acht met een ploegbaas die een geel hesje kreeg. Wie geen taak had, kreeg koffie en een uur om terug te komen.',
			cost: 'Twaalf collega’s in ploegen, drie dagen lang. Laarzen en handschoenen voor 4.000 euro, later vergoed.',
			nextTime: 'De lijst vooraf klaar hebben. De eerste ochtend schreven we namen op karton.'
		},
		tools: [
			['infofiche-verzekering', 'De eerste vraag van iedereen: ben ik verzekerd als ik help? Nu hangt ze op.']
		],
		body: `Het water kwam op een woensdagnacht. Donderdag om acht uur stonden er al veertig mensen aan het gemeentehuis met een emmer. Tegen de middag waren het er driehonderd. Iedereen wilde helpen en niemand wist waar.

## Eén plek

We stuurden iedereen naar de sporthal, via de radio, de website en een briefje op de deur. Daar stonden drie tafels: *ik wil helpen*, *ik heb hulp nodig*, *ik breng iets*. Achter elke tafel zaten twee mensen die konden lezen wat de ander schreef. Dat klinkt vanzelf. Dat was het niet.

## Ploegen van acht

Acht mensen passen in een busje, kunnen een huis leeghalen en kennen elkaar na een uur bij naam. De ploegbaas belde elke twee uur naar de hal. Zo wisten we wie waar was. Toen het water 's avonds weer steeg, hadden we iedereen in een kwartier terug.

## Wat we bijna vergaten

- Mensen die **niet** kunnen sjouwen, kunnen bellen, koken en op kinderen letten.
- Na drie dagen is iedereen moe, ook de ploegbazen. Stuur ze naar huis.
- Na drie weken is er nog evenveel werk en komt er niemand meer. Houd dus adressen bij van wie later nog wil komen. Vraag wel of dat mag.

## Het bleef

Van de zevenhonderd mensen staan er nu honderdtwintig op een lijst voor de volgende keer. We oefenen één keer per jaar. Het is ook gewoon een gezellige dag.`
	},
	{
		slug: 'wat-een-stil-jaar-ons-leerde',
		kind: 'story',
		title: 'Wat een stil jaar ons leerde',
		summary:
			'Voor collega’s: hoe ons loket een jaar lang bijna geen bezoek had, en waarom we dat te laat zeiden.',
		by: ['40000', 'ocmw'],
		topics: ['evaluatie', 'beleid'],
		publishedDaysAgo: 48,
		reviewedDaysAgo: null,
		uses: 0,
		licence: 'all-rights',
		isForMembers: true,
		story: {
			outcome: 'successful_failure',
			tried:
				'Een loket op de eerste verdieping van het sociaal huis, elke werkdag open, met een mooie website.',
			cost: 'Een halftijdse medewerker, een jaar lang. In totaal zesentwintig bezoekers.',
			nextTime:
				'Na drie maanden tellen en het getal hardop zeggen op de vergadering. En niet op een verdieping.'
		},
		body: `Niemand liegt over cijfers. Maar je kunt ze wel later zeggen. Wij deden dat elf maanden.

In het begin was het stil omdat het zomer was. Dan omdat mensen ons nog niet kenden. Dan omdat het winter was. Pas toen de schepen vroeg hoeveel mensen er per week kwamen, telden we: een halve.

De oorzaak was eenvoudig. Wie de trap op wilde, moest eerst langs het loket van de schuldhulp. Niemand wilde daar gezien worden. Dat had elke bezoeker ons kunnen vertellen, als we het hadden gevraagd.

We zitten nu beneden, twee halve dagen per week, naast de koffieautomaat. Er komen negen mensen per week.`
	}
];
