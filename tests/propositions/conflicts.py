"""Invented dispatches: pairs that conflict, and pairs that only look as if they did."""

from __future__ import annotations

from dataclasses import dataclass

MONDAY, TUESDAY, LATER = "2022-05-02", "2022-05-03", "2022-05-23"


@dataclass(frozen=True)
class Case:
    """What should hold, the dispatches as (outlet, day, text), and the reason of the conflict, None where none is."""

    holds: str
    dispatches: tuple[tuple[str, str, str], ...]
    because: str | None = None


def here(*sentences: str) -> tuple[tuple[str, str, str], ...]:
    """One dispatch."""
    return (("Northern Gazette", TUESDAY, " ".join(sentences)),)


def apart(one: str, other: str, day: str = TUESDAY) -> tuple[tuple[str, str, str], ...]:
    """Two dispatches of two outlets."""
    return ("Northern Gazette", TUESDAY, one), ("Island Post", day, other)


CONFLICTS = (
    Case(
        "two bodies count the dead of one flood differently",
        apart(
            "The provincial disaster office said 31 people had died in the floods at Karaboro.",
            "The Red Cross said 44 people had died in the floods at Karaboro.",
        ),
        "quantity",
    ),
    Case(
        "police and organisers count one march differently",
        here(
            "Police said 12,000 people took part in the march in Tavira on Sunday.",
            "Organisers said 60,000 people took part in the march.",
        ),
        "quantity",
    ),
    Case(
        "the commission and a party count the votes for one candidate differently",
        apart(
            "The electoral commission said Ana Benites won 48,210 votes in Sorata.",
            "The Progress Party said Ana Benites won 41,975 votes in Sorata.",
        ),
        "quantity",
    ),
    Case(
        "company and union count the lay-offs at one plant differently",
        apart(
            "Ferrostal said 300 workers would be dismissed at its plant in Lindau.",
            "The metalworkers' union said 720 workers would be dismissed at the plant in Lindau.",
        ),
        "quantity",
    ),
    Case(
        "ministry and doctors count the dead of one epidemic differently",
        here(
            "The health ministry said 52 people had died of cholera in Manderu.",
            "Doctors Without Borders said 118 people had died of cholera in Manderu.",
        ),
        "quantity",
    ),
    Case(
        "hospital and governor count the injured of one stampede differently",
        here(
            "The hospital director said 25 people were injured in the stampede at the Bagh stadium.",
            "The governor said 63 people were injured in the stampede.",
        ),
        "quantity",
    ),
    Case(
        "a lower toll is set against the one before it",
        here(
            "Rescue workers said 17 people were killed when a hotel collapsed in Pirova.",
            "The mayor gave a lower toll of 12.",
        ),
        "quantity",
    ),
    Case(
        "those accused deny it in the same dispatch",
        here(
            "Fishermen said a coast guard vessel had rammed their boat off Zamora Point.",
            "The coast guard denied that its vessel had rammed the boat.",
        ),
        "denial",
    ),
    Case(
        "those accused deny it in another dispatch",
        apart(
            "The opposition said police had fired live rounds at the crowd in Oruma.",
            "The police commissioner denied that police had fired live rounds at the crowd in Oruma.",
        ),
        "denial",
    ),
    Case(
        "villagers accuse soldiers, and the army says they did not",
        here(
            "Villagers said soldiers had burned houses in Ndole.",
            "The army said its soldiers had not burned any houses in Ndole.",
        ),
        "denial",
    ),
    Case(
        "two sides blame each other for one attack",
        here(
            "The army blamed the rebels for the attack on the bridge at Hpasa.",
            "A rebel spokesman said government soldiers carried out the attack.",
        ),
        "responsible",
    ),
    Case(
        "one group claims what the ministry lays at another's door",
        here(
            "The Maruk Brigade claimed responsibility for the bombing in Destra.",
            "The interior ministry blamed the Sons of Ardel for the bombing.",
        ),
        "responsible",
    ),
    Case(
        "one plane comes down in two provinces",
        here(
            "The transport ministry said the plane crashed in Lindora province.",
            "Airport officials said the plane crashed in Mtwaru province.",
        ),
        "place",
    ),
    Case(
        "one fire has two causes",
        here(
            "The fire brigade said the fire at the Ostrova mill was caused by faulty wiring.",
            "The owner said the fire was caused by arsonists.",
        ),
        "cause",
    ),
    Case(
        "one ship sinks at two hours",
        here(
            "The harbour master said the Stella Nova sank at 3 a.m. on Monday.",
            "A survivor said the Stella Nova sank at 7 a.m. on Monday.",
        ),
        "time",
    ),
    Case(
        "railway and hospital count the dead of one derailment differently",
        here(
            "A passenger train left the rails near Keshpur on Monday.",
            "The railway said 19 people were killed in the derailment.",
            "The district hospital put the toll at 33.",
        ),
        "quantity",
    ),
    Case(
        "army and rebels count the soldiers killed in one ambush differently",
        apart(
            "The army said four soldiers were killed in the ambush at Tindara.",
            "The Tindara Liberation Front said 26 soldiers were killed in the ambush at Tindara.",
        ),
        "quantity",
    ),
    Case(
        "governor and agency count those evacuated differently",
        apart(
            "The governor said 2,300 people had been evacuated from the slopes of Mount Karum.",
            "The disaster agency said 9,000 people had been evacuated from the slopes of Mount Karum.",
        ),
        "quantity",
    ),
    Case(
        "a ministry denies arrests that students tell of",
        here(
            "The students' union said 14 students were arrested in Kalna on Friday.",
            "The interior ministry denied that any students had been arrested in Kalna.",
        ),
        "denial",
    ),
    Case(
        "a shipping line denies a spill that others report",
        apart(
            "Greenwatch said the tanker Melita had leaked oil into Port Sarno.",
            "Melita Shipping denied that the tanker had leaked oil into Port Sarno.",
        ),
        "denial",
    ),
    Case(
        "one dam collapses for two causes",
        apart(
            "The water ministry said the collapse of the Bhola dam was caused by an earthquake.",
            "Engineers said the collapse of the Bhola dam was caused by poor maintenance.",
        ),
        "cause",
    ),
    Case(
        "one bridge collapses at two hours",
        apart(
            "The mayor said the bridge at Ruvo collapsed at 6 a.m. on Tuesday.",
            "Drivers said the bridge at Ruvo collapsed at 11 a.m. on Tuesday.",
        ),
        "time",
    ),
    Case(
        "commission and observers give different turnouts",
        here(
            "The election commission said turnout in the Marala referendum was 61 percent.",
            "Observers said turnout in the Marala referendum was 38 percent.",
        ),
        "quantity",
    ),
)

LOOK_ALIKES = (
    Case(
        "a body raises its own toll from one day to the next",
        (
            ("Northern Gazette", MONDAY, "The Red Cross said 12 people had died in the floods at Karaboro."),
            ("Island Post", TUESDAY, "The Red Cross said 19 people had died in the floods at Karaboro."),
        ),
    ),
    Case(
        "an earlier toll is not held against the one that followed it",
        here(
            "The fire service said 21 people died in the hotel fire in Belo.",
            "The mayor had earlier put the toll at 15.",
        ),
    ),
    Case(
        "a town's dead are some of the province's",
        here(
            "The governor said 80 people were killed in floods across Sindara province.",
            "The mayor of Kunde said 14 people were killed in the town.",
        ),
    ),
    Case(
        "children are some of the people",
        here(
            "The ministry said 30 people were killed in the landslide at Tolana.",
            "The children's fund said 11 children were killed in the landslide.",
        ),
    ),
    Case(
        "two raids in one dispatch",
        here(
            "Residents said an air strike on the market in Adrana killed nine people.",
            "The Rights Monitor said shelling of Murekka killed 16 people.",
        ),
    ),
    Case(
        "a least number fits a greater one",
        here(
            "Police said at least 14 people were killed in the bus crash near Gomela.",
            "A hospital official said 20 people were killed in the crash.",
        ),
    ),
    Case(
        "the injured are not the dead",
        here(
            "The union said six workers were killed in the blast at the Abada refinery.",
            "The company said 40 workers were injured in the blast.",
        ),
    ),
    Case(
        "two bombs in one town, three weeks apart",
        apart(
            "A bomb killed eight people in Kirkuta on Monday, the police chief said.",
            "A bomb killed 21 people in Kirkuta on Sunday, the mayor said.",
            LATER,
        ),
    ),
    Case(
        "one day's dead are not those since the beginning",
        here(
            "Police said five people were killed in the protests in Lomeka on Saturday.",
            "The Justice League said 60 people had been killed since the protests began in March.",
        ),
    ),
    Case(
        "jobs that will go are not those that went",
        here(
            "Ferrostal said 300 jobs would go at the Lindau plant next year.",
            "The union said 120 jobs had gone at the Lindau plant last year.",
        ),
    ),
    Case(
        "not an isolated case, and yet a case",
        here(
            "The clinic said militiamen had attacked a convoy near Doriba.",
            "The United Nations said the attack on the convoy near Doriba was not an isolated case.",
        ),
    ),
    Case(
        "nobody denies by being unable to confirm",
        here(
            "Villagers said the mine had polluted the Rio Claro.",
            "The ministry said it could not confirm that the mine had polluted the Rio Claro.",
        ),
    ),
    Case(
        "an outlet sums up those it credits",
        here(
            "Forty people died in storms on the east coast on Sunday.",
            "The weather office said 22 people died in Tamave.",
            "The civil protection office said 18 people died in Vohemara.",
        ),
    ),
    Case(
        "two figures add up to a third",
        here(
            "The army said seven soldiers and five police officers were killed in the ambush at Bosso.",
            "The government said 12 people were killed in the ambush.",
        ),
    ),
    Case(
        "troops of one country do not answer for those of another",
        here(
            "Medics said Ugandan troops had shelled the town of Adwara.",
            "Kenya's army said Kenyan troops had not shelled the town of Adwara.",
        ),
    ),
    Case(
        "what has been stopped is not going on",
        here(
            "The ministry said the plant had stopped pumping waste into Lake Orsha.",
            "The director said no waste was being pumped into Lake Orsha.",
        ),
    ),
    Case(
        "a round number is near an exact one",
        apart(
            "The United Nations said 48,200 people had been displaced by the floods in Beirana.",
            "The government said about 50,000 people had been displaced by the floods in Beirana.",
        ),
    ),
    Case(
        "what somebody was accused of once is not what he denies now",
        here(
            "The ruling comes a week after the army was accused of laying mines near Arbona.",
            "The army denied laying mines at the airport.",
        ),
    ),
    Case(
        "two accidents on one road on one day",
        here(
            "Police said a lorry hit a bus on the Karo road and killed six people.",
            "The fire brigade said another crash on the Karo road killed two people.",
        ),
    ),
    Case(
        "a district's cases and the country's",
        here(
            "The health ministry said 900 people had been infected with measles nationwide.",
            "The clinic in Tarvo said 75 people had been infected in the town.",
        ),
    ),
    Case(
        "missing and dead",
        here(
            "The coast guard said 12 people were killed when the ferry Lysa sank.",
            "The owner said 31 people were missing after the Lysa sank.",
        ),
    ),
    Case(
        "soldiers and civilians",
        here(
            "The army said 9 soldiers were killed in the raid on Mopta.",
            "The mayor said 17 civilians were killed in the raid.",
        ),
    ),
    Case(
        "a strike last year and one now",
        here(
            "The union said 4,000 miners joined the strike at Raskol on Monday.",
            "The company said 1,500 miners had joined a strike at Raskol last year.",
        ),
    ),
    Case(
        "up to 40 leaves room for 28",
        here(
            "The ministry said up to 40 houses were destroyed by the storm in Sevan.",
            "The mayor said 28 houses were destroyed by the storm.",
        ),
    ),
    Case(
        "two parts of a toll add up to the outlet's lead",
        here(
            "A gas explosion in Delmar killed 11 people on Monday.",
            "The fire chief said eight people were killed in the building and three in the street.",
        ),
    ),
    Case(
        "a ministry's later toll replaces its own",
        here(
            "The ministry said 15 people were killed in the stampede at Arok.",
            "The ministry later said 22 people were killed.",
        ),
    ),
    Case(
        "two parties accuse each other of different deeds",
        here(
            "The opposition accused the government of rigging the vote in Palma.",
            "The government accused the opposition of burning polling stations in Palma.",
        ),
    ),
    Case(
        "a denial of one deed does not answer the charge of another",
        here(
            "Villagers said soldiers had stolen cattle in Umbar.",
            "The army denied that soldiers had burned houses in Umbar.",
        ),
    ),
    Case(
        "planned and done",
        here(
            "The airline said it would cut 600 jobs at Norhaven.",
            "The unions said 250 jobs had been cut at Norhaven since January.",
        ),
    ),
    Case(
        "two storms two weeks apart",
        apart(
            "The Red Cross said 18 people died in the storm in Quelim.",
            "The Red Crescent said 40 people died in a storm in Quelim.",
            "2022-05-25",
        ),
    ),
)

MISSED = (
    Case(
        "owner and union count the dead of one mine differently",
        here(
            "An explosion tore through the Wielka Ruda coal mine on Monday.",
            "The mine's owner said nine miners were killed in the explosion.",
            "The miners' union put the death toll at 14.",
        ),
        "quantity",
    ),
    Case(
        "bank and police name different sums stolen",
        here(
            "The bank said thieves took 2.4 million dollars from its branch in Ostend Road.",
            "Police said 6.1 million dollars had been taken from the branch.",
        ),
        "quantity",
    ),
    Case(
        "two countries hold each other responsible for one shelling",
        here(
            "The Norland foreign ministry accused Sudovia of shelling the border post at Yulme.",
            "The Sudovian army said Norland's own forces had shelled the border post.",
        ),
        "responsible",
    ),
)
"""Conflicts that are not told yet."""
