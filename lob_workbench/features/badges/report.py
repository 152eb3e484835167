"""The annex of a badge on paper: what was shown, who says so, and how to find out if it is real."""

from lob_workbench.credentials.statements import BadgeStatement
from lob_workbench.domain.clock import local
from lob_workbench.domain.dates import plain_date
from lob_workbench.output.pdf import Paper


def annex_pdf(statement: BadgeStatement, logo: bytes | None = None) -> bytes:
    """The annex as PDF bytes, from what is signed and nothing else.

    No name of the owner in the properties or the foot: those show in lists of mail.
    """
    achievement, issuer = statement.achievement, statement.issuer
    paper = Paper(
        school=issuer.name,
        title=achievement.name,
        subject="Bijlage bij een badge",
        author=issuer.name,
        foot=f"Bijlage bij de badge {achievement.name}",
        logo=logo,
    )
    paper.opening(achievement.name, "Bijlage bij de badge", badge="Life skills")
    until = statement.valid_until
    paper.facts(
        (
            ("Van", statement.recipient.name),
            ("Uitgereikt door", issuer.name),
            ("Op", plain_date(local(statement.valid_from).date())),
            ("Geldig tot", "" if until is None else plain_date(local(until).date())),
        )
    )
    paper.text(achievement.description)
    paper.heading("Dit gedrag is gezien")
    paper.bullets(achievement.criteria)
    if statement.evidence:
        paper.heading("Bewijs")
        for one in statement.evidence:
            with paper.card(one.name):
                if one.narrative:
                    paper.text(one.narrative)
                if one.url:
                    paper.note(one.url)
    paper.heading("Is deze badge echt?")
    paper.text(
        "Dit papier is een bijlage en geen bewijs. Het bewijs zit in het bestand van de badge. "
        "Vraag de eigenaar om het plaatje of het bestand. Met elk programma dat Open Badges 3.0 "
        "kent, kijk je of er niets aan veranderd is en van wie de badge komt."
    )
    paper.space(1.5)
    paper.labelled("Badge", statement.id)
    paper.labelled("Uitgever", issuer.id)
    return paper.finish()
