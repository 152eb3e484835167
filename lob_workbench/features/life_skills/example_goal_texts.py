"""What the agreements of the example school say. Own wording; nobody in it exists."""

from dataclasses import dataclass

from lob_workbench.skills.rules_goals import GoalStatus, SlotProgress


@dataclass(frozen=True, slots=True)
class ExampleGoal:
    """An agreement; ``plans`` go one to a block of the school year, from ``first_block`` on.

    ``last`` is how far the last block came that is over; ``stuck`` that the present one sticks.
    """

    skill: str
    level: int
    action: str
    helper: str
    first_block: int
    plans: tuple[str, ...]
    last: SlotProgress = SlotProgress.DONE
    stuck: bool = False
    status: GoalStatus = GoalStatus.OPEN


_GOING, _STUCK = SlotProgress.GOING, SlotProgress.STUCK

OF_STUDENTS = (
    ExampleGoal(
        "planning",
        2,
        "Elke maandag een weekplanning maken en die vrijdag nalopen met de begeleider.",
        "mevrouw Bakker",
        2,
        (
            "Planning voor de schoolweken",
            "Planning voor school en werk samen",
            "Zelf nalopen, begeleider kijkt alleen mee",
        ),
    ),
    ExampleGoal(
        "presenting",
        2,
        "Drie keer iets vertellen voor een groep, elke keer een groep die iets groter is.",
        "docent Nederlands",
        1,
        (
            "Vertelt vijf minuten aan de tafelgroep",
            "Presenteert het stageplan aan een halve klas",
            "Presenteert de opbrengst aan de hele klas",
        ),
        last=_GOING,
    ),
    ExampleGoal(
        "courage",
        1,
        "Op de stage elke week één vraag stellen die eerst spannend lijkt.",
        "praktijkopleider",
        2,
        ("Schrijft de vraag vooraf op", "Stelt de vraag zonder briefje"),
        last=_STUCK,
    ),
    ExampleGoal(
        "cooperation",
        2,
        "De rol van tijdbewaker nemen in het groepsproject van dit blok.",
        "projectdocent",
        3,
        ("Bewaakt de tijd in vier werkbijeenkomsten",),
    ),
    ExampleGoal(
        "discipline",
        2,
        "Op tijd beginnen: tas de avond ervoor inpakken en een bus eerder nemen.",
        "broer, en de begeleider belt op woensdag",
        1,
        ("Twee dagen per week op tijd", "Vier dagen per week op tijd", "Elke dag op tijd"),
        stuck=True,
    ),
    ExampleGoal(
        "listening",
        3,
        "In elk overleg op stage samenvatten wat een ander zei, voordat een eigen idee komt.",
        "stagebegeleider",
        3,
        ("Vat samen in het teamoverleg", "Vat samen in een oudergesprek"),
    ),
    ExampleGoal(
        "identity",
        2,
        "Vijf mensen vragen waar je goed in bent en dat naast je eigen lijst leggen.",
        "mentor",
        1,
        ("Vraagt het thuis en in de klas", "Vraagt het op de stage"),
        status=GoalStatus.REACHED,
    ),
    ExampleGoal(
        "calm",
        2,
        "Bij drukte eerst opschrijven wat nu moet en wat kan wachten.",
        "praktijkopleider",
        2,
        ("Oefent in de lunchdrukte", "Oefent op een hele drukke dag"),
        last=_GOING,
    ),
    ExampleGoal(
        "initiative",
        2,
        "Elke stageweek één klus zelf kiezen en vooraf melden wat je gaat doen.",
        "collega op de groep",
        3,
        ("Kiest uit een lijstje", "Bedenkt de klus zelf", "Betrekt een medestudent"),
    ),
    ExampleGoal(
        "problem_solving",
        2,
        "Bij een fout eerst twee oplossingen bedenken en dan pas hulp vragen.",
        "werkplaatsdocent",
        2,
        ("Doet dit bij opdrachten op school", "Doet dit ook op de stage"),
    ),
    ExampleGoal(
        "ambition",
        1,
        "Twee open dagen bezoeken en daarna opschrijven wat wel en niet past.",
        "loopbaanbegeleider",
        3,
        ("Bezoekt de eerste open dag", "Bezoekt de tweede open dag"),
    ),
    ExampleGoal(
        "perseverance",
        3,
        "Het portfolio afmaken in kleine stukken, ook in een week met weinig zin.",
        "maatje uit de klas",
        1,
        ("Af: deel 1", "Af: deel 2", "Af: deel 3"),
        status=GoalStatus.STOPPED,
    ),
)
"""Of the owner's students."""

OF_MEMBERS = (
    ExampleGoal(
        "leadership",
        2,
        "Het teamoverleg om de week voorzitten, met een agenda die een dag eerder klaar is.",
        "teamleider",
        2,
        ("Zit samen met een collega voor", "Zit alleen voor"),
    ),
    ExampleGoal(
        "creativity",
        2,
        "Een les over werk en geld bedenken die anders begint dan met uitleg.",
        "collega’s van het leerplein",
        3,
        ("Ontwerpt de les", "Geeft de les in twee klassen"),
    ),
    ExampleGoal(
        "judgement",
        3,
        "Drie beoordelingen naast die van een collega leggen en het verschil bespreken.",
        "lid van de examencommissie",
        1,
        ("Vergelijkt twee verslagen", "Vergelijkt een praktijkproef"),
        last=_GOING,
    ),
    ExampleGoal(
        "flexibility",
        2,
        "Bij een roosterwissel eerst vragen wat de ander nodig heeft.",
        "roostermaker",
        3,
        ("Oefent in de toetsweek",),
    ),
    ExampleGoal(
        "entrepreneurship",
        2,
        "Twee nieuwe leerbedrijven bezoeken en vragen welke hulp zij van school willen.",
        "praktijkbegeleider",
        3,
        ("Bezoekt het eerste bedrijf", "Bezoekt het tweede bedrijf"),
    ),
)
"""Of the members of the owner's team, in turn."""

OF_TEAM = (
    ExampleGoal(
        "communication",
        3,
        "Als team elke student binnen een week laten weten wat er met een vraag gebeurt.",
        "teamleider en studentenraad",
        2,
        (
            "Spreekt af wie antwoordt",
            "Telt of het binnen een week lukt",
            "Vraagt studenten wat ze ervan merken",
        ),
    ),
    ExampleGoal(
        "learning",
        2,
        "Na elk project een half uur terugkijken: wat houden we, wat laten we.",
        "onderwijskundige",
        1,
        ("Kijkt terug op project 1", "Kijkt terug op project 2", "Kijkt terug op project 3"),
        last=_STUCK,
    ),
)
"""Of that team as a whole."""
