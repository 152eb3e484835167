"""What is said in the trialogue of the tour: invented, and such as one hears at such a table.

``{first_name}`` stands for the student's, wherever it is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from lob_workbench.app.tour.talk import Agreement
from lob_workbench.domain.career import VoiceTopic

SUBJECT: Final = "Hoe het gaat op de peutergroep"

STUDENT: Final[Mapping[VoiceTopic, str]] = {
    VoiceTopic.QUALITIES: "Ik blijf rustig. Vorige week huilden er bij het afscheid drie kinderen "
    "tegelijk. Ik ging met een boek op de grond zitten. Na een paar minuten zaten ze alle drie "
    "bij mij.",
    VoiceTopic.MOTIVES: "Ik krijg energie als een kind iets voor het eerst durft. Van de "
    "dagverslagen word ik moe.",
    VoiceTopic.EXPLORATION: "De peutergroep past bij mij. Op de babygroep mis ik het praten. Dat "
    "weet ik sinds ik er twee weken heb gestaan.",
    VoiceTopic.STEERING: "Ik wil een oudergesprek zelf doen, van begin tot eind. Mijn eerste stap: "
    "bij twee gesprekken meekijken en opschrijven wat mij opvalt.",
    VoiceTopic.NETWORKING: "Mijn collega Zoë deed vorig jaar dezelfde opleiding. Ik ga haar vragen "
    "hoe zij haar eerste oudergesprek voorbereidde.",
    VoiceTopic.SEEN_QUALITIES: "Een jongen durfde niet mee te doen met muziek. Ik gaf hem de "
    "trommel. Mijn begeleider stond erbij.",
    VoiceTopic.WANTS_TO_DISCUSS: "Of ik na de kerst op de peutergroep mag blijven. En dat ik het "
    "lastig vind om hulp te vragen.",
}

COMPANY: Final[Mapping[VoiceTopic, str]] = {
    VoiceTopic.QUALITIES: "{first_name} blijft rustig als het druk is. Op 12 november waren we met "
    "één collega te weinig. {first_name} nam het fruitmoment over zonder dat iemand het vroeg. De "
    "groep merkte er niets van.",
    VoiceTopic.MOTIVES: "Buiten, met de hele groep. Dan zie ik {first_name} stralen. Bij de "
    "dagverslagen is dat anders.",
    VoiceTopic.EXPLORATION: "Op de peutergroep. Daar gebeurt veel tegelijk en dat past goed.",
    VoiceTopic.STEERING: "De overdracht aan ouders aan het eind van de dag. Eerst met mij ernaast, "
    "na twee weken alleen. Een heel oudergesprek vind ik nog te vroeg.",
    VoiceTopic.NETWORKING: "Met onze pedagogisch coach, Renée. Zij is er op dinsdag en denkt graag "
    "mee over een moeilijk gesprek.",
    VoiceTopic.SEEN_QUALITIES: "Wie er aan de kant staat, ziet {first_name} als eerste. Op "
    "17 november kreeg een jongen de trommel. Tien minuten later liep hij voorop in de optocht.",
    VoiceTopic.WANTS_TO_DISCUSS: "Eerder om hulp vragen: {first_name} lost veel alleen op, soms te "
    "veel. ‘Nee’ zeggen mag, ook tegen mij.",
}
COMPANY_FUNCTION: Final = "Praktijkopleider, peutergroep"

SCHOOL: Final[Mapping[VoiceTopic, str]] = {
    VoiceTopic.QUALITIES: "In de les helpt {first_name} anderen die vastlopen: eerst luisteren, "
    "dan pas meedenken.",
    VoiceTopic.MOTIVES: "Bij opdrachten over spel en muziek zit {first_name} vooraan. Theorie "
    "blijft liggen tot er een voorbeeld van de groep bij komt.",
    VoiceTopic.EXPLORATION: "Een dag meelopen op een groep met extra zorg.",
    VoiceTopic.STEERING: "Zelf twee leerdoelen kiezen voor de komende zes weken, en die aan het "
    "team vertellen.",
    VoiceTopic.NETWORKING: "Met een oud-student die nu op een groep met extra zorg werkt.",
    VoiceTopic.SEEN_QUALITIES: "Bij ons bezoek in oktober liep {first_name} met het drukste kind "
    "naar buiten. Ze kwamen rustig terug.",
    VoiceTopic.WANTS_TO_DISCUSS: "Het observatieverslag is één keer uitgesteld. Wat is er nodig om "
    "het af te krijgen?",
}

MARKS: Final[Mapping[VoiceTopic, str]] = {
    VoiceTopic.QUALITIES: "Eens",
    VoiceTopic.MOTIVES: "Eens",
    VoiceTopic.EXPLORATION: "Eens",
    VoiceTopic.STEERING: "Verschillend",
    VoiceTopic.SEEN_QUALITIES: "Eens",
    VoiceTopic.WANTS_TO_DISCUSS: "Over praten",
}
"""How the voices stand to each other, as the page names it; who may help needs no mark."""

TOGETHER: Final = (
    "We zien alle drie dat {first_name} rustig blijft als het druk is, en als eerste ziet wie er "
    "aan de kant staat. Over oudergesprekken denken we verschillend. Daarom begint {first_name} "
    "met de overdracht aan het eind van de dag. In februari kijken we samen of een heel gesprek "
    "de volgende stap is. Eerder hulp vragen blijft het leerpunt."
)

AGREEMENTS: Final = (
    Agreement(
        "Twee weken de overdracht aan ouders doen, eerst met de praktijkopleider ernaast",
        "student",
        timedelta(days=15),
    ),
    Agreement(
        "Een middag plannen met de pedagogisch coach over moeilijke gesprekken",
        "leerbedrijf",
        timedelta(days=8),
    ),
)

NEXT_TALK: Final = timedelta(days=70)
NEXT_TIME: Final = "10:30"


@dataclass(frozen=True, slots=True)
class LastWord:
    """What a party chooses at the end, as the screen names it, and says."""

    verdict: str
    text: str


STUDENT_WORD: Final = LastWord("Klopt", "Zo is het. Ik ben blij dat ik met de overdracht mag.")
COMPANY_WORD: Final = LastWord(
    "Hier denk ik anders over",
    "Ik zou februari nog niet noemen. Laat {first_name} eerst merken hoe de overdracht gaat. "
    "Daarna kiezen we samen een moment.",
)


def about(text: str, first_name: str) -> str:
    """The text with the student's first name in it."""
    return text.replace("{first_name}", first_name)
