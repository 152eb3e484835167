"""The recovery code on paper: the only way back in when the passphrase is forgotten."""

from datetime import date

from lob_workbench.domain.dates import plain_date
from lob_workbench.output.pdf import Paper


def recovery_sheet_pdf(code: str, workbook_name: str, owner: str, made_on: date) -> bytes:
    """One A4 with the recovery code in groups and what to do with it, as PDF bytes.

    The code stands in the page only, never in the properties of the document.
    """
    paper = Paper(
        school="LOB-werkbank",
        title=f"Herstelcode van {workbook_name}",
        subject="Bewaar dit blad op een veilige plek",
        author=owner,
        foot=f"Herstelcode van {workbook_name}",
    )
    paper.opening("Herstelcode", "Hiermee open je je werkboek als je de wachtwoordzin kwijt bent")
    paper.facts((("Werkboek", workbook_name), ("Van", owner), ("Gemaakt op", plain_date(made_on))))
    paper.code(code)
    paper.heading("Waar is deze code voor?")
    paper.text(
        "Je werkboek zit op slot met jouw wachtwoordzin. Ben je die vergeten, dan gaat het open "
        "met deze code. Ook een reservekopie gaat ermee open, op elke laptop."
    )
    paper.heading("Waar bewaar je dit blad?")
    paper.bullets(
        (
            "Op een plek die op slot kan: een kluis, een kast op school of een la thuis.",
            "Niet in je laptoptas. Wie laptop en code samen heeft, kan alles lezen.",
            "Niet als foto op je telefoon en niet in je mail.",
        )
    )
    paper.heading("Zo gebruik je de code")
    paper.steps(
        (
            "Open de werkbank en kies je werkboek.",
            "Kies ‘Wachtwoordzin vergeten’ en typ de code over. Streepjes hoeven niet mee.",
            "Kies een nieuwe wachtwoordzin.",
            "Print een nieuwe code. De oude werkt dan niet meer: versnipper dit blad.",
        )
    )
    paper.heading("Wat wij niet voor je kunnen doen")
    paper.text(
        "Niemand anders heeft deze code en hij staat nergens opgeslagen. Ben je de "
        "wachtwoordzin én dit blad kwijt, dan kan niemand het werkboek nog openen. Ook de school "
        "niet, en de maker van de werkbank evenmin."
    )
    paper.space(2)
    paper.warning(
        "Denk je dat iemand de code heeft gezien?",
        "Print dan meteen een nieuwe code in de werkbank. De oude vervalt.",
    )
    return paper.finish()
