"""The papers of a parents' evening: the list for who receives, and an invitation for each."""

from itertools import groupby

from lob_workbench.domain.dates import plain_date
from lob_workbench.domain.terms import own
from lob_workbench.features.parents_evening.rules import EveningPaper, Invitation
from lob_workbench.output.pdf import Paper, Task
from lob_workbench.people.rules_placements import Told


def list_pdf(wanted: EveningPaper) -> bytes:
    """The list per group: when, who, and who may be told; as PDF bytes.

    It hangs on no door: names of parents stand on it.
    """
    evening = wanted.shown.evening
    paper = _paper(wanted, f"{evening.name}: lijst")
    paper.opening(evening.name, f"{plain_date(evening.on)}, {evening.starts_at}–{evening.ends_at}")
    paper.facts(
        ((own("Begeleider"), wanted.counsellor), ("Per gesprek", f"{evening.minutes} minuten"))
    )
    for group, rows in groupby(sorted(wanted.shown.invitations, key=_listed), key=_group):
        paper.heading(group or "Zonder groep")
        paper.tasks(
            [
                Task(
                    row.name.full,
                    "" if row.age is None else f"{row.age} jaar",
                    row.at or "geen tijd",
                    remark=f"Uitnodigen: {invited_words(row)}",
                )
                for row in rows
            ],
            ("Wie", "Leeftijd", "Tijd"),
        )
    paper.space()
    paper.note(
        "Onder de 16 mogen ouders alles weten. Bij 16 en 17 beslist de student mee: overleg eerst. "
        "Vanaf 18 komt er alleen iemand mee als de student dat goed vindt."
    )
    return paper.finish()


def invitations_pdf(wanted: EveningPaper) -> bytes:
    """One letter a page for each student with a time; as PDF bytes."""
    evening = wanted.shown.evening
    paper = _paper(wanted, f"{evening.name}: uitnodigingen")
    timed = sorted((row for row in wanted.shown.invitations if row.at), key=_time)
    for place, row in enumerate(timed):
        if place:
            paper.new_page()
        _letter(paper, wanted, row)
    if not timed:
        paper.opening(evening.name, "Er is nog geen tijd uitgedeeld")
    return paper.finish()


def invited_words(row: Invitation) -> str:
    """Whom to invite, in a few words."""
    if row.through_student:
        return "via de student"
    return ", ".join(
        guest.guardian.name + (" (overleg eerst)" if guest.told is Told.TOGETHER else "")
        for guest in row.invited
    )


def _letter(paper: Paper, wanted: EveningPaper, row: Invitation) -> None:
    evening = wanted.shown.evening
    student = row.name
    day = f"{plain_date(evening.on)} om {row.at} uur"
    if row.through_student:
        paper.opening(f"Uitnodiging voor {student.full}", evening.name)
        paper.text(f"Beste {student.first},")
        paper.text(
            f"Op {day} is er tijd voor een gesprek over hoe het met je gaat op school en op "
            f"{own('je stage')}. Het duurt {evening.minutes} minuten. Jij bepaalt of er iemand "
            "met je meekomt, zoals je ouders of iemand anders die je vertrouwt."
        )
        paper.text(
            "Kom je liever alleen, of wil je een ander moment? Laat het me weten. Zonder jouw "
            "toestemming vertel ik niemand iets over jou."
        )
    else:
        names = " en ".join(guest.guardian.name for guest in row.invited)
        paper.opening(own("Uitnodiging voor de ouderavond"), evening.name)
        paper.text(f"Beste {names},")
        paper.text(
            f"Op {day} praat ik graag met u en met {student.first} over hoe het gaat: wat goed "
            f"lukt, waar {student.first} trots op is en wat de volgende stap is. Het gesprek duurt "
            f"{evening.minutes} minuten. {student.first} is erbij en vertelt zelf."
        )
        paper.text(
            "Kunt u dan niet? Laat het weten, dan zoeken we samen een ander moment. Hebt u iemand "
            "nodig die voor u vertaalt, zeg het dan gerust."
        )
    paper.space(2)
    paper.text("Met vriendelijke groet,")
    paper.text(f"{wanted.counsellor}\n{own('loopbaanbegeleider')}, {wanted.head.school}")


def _paper(wanted: EveningPaper, title: str) -> Paper:
    return Paper(
        school=wanted.head.school,
        title=title,
        subject=own("Ouderavond"),
        author=wanted.counsellor,
        foot=title,
        logo=wanted.head.logo,
    )


def _listed(row: Invitation) -> tuple[str, str, str]:
    return row.group, row.at or "99", row.name.sort_key


def _group(row: Invitation) -> str:
    return row.group


def _time(row: Invitation) -> str:
    return row.at
