"""What *Vandaag* shows of students who are new to the school."""

from collections.abc import Iterable
from datetime import timedelta

from lob_workbench.domain.clock import local
from lob_workbench.domain.contributions import Attention, AttentionItem, Target, TodayView, Tone
from lob_workbench.domain.operation import operation
from lob_workbench.domain.rights import Right
from lob_workbench.domain.translation import QT_TRANSLATE_NOOP
from lob_workbench.features.arrivals import queries
from lob_workbench.features.arrivals.rules import Answer, ArrivalView
from lob_workbench.storage.unit_of_work import UnitOfWork

PAGE = "arrivals"
NEWS = timedelta(days=14)
"""How long an answer is news to who asked."""


@operation(Right.READ_STUDENTS)
def today(work: UnitOfWork) -> TodayView:
    """For a team leader who waits; for who asked what is still open, and what was answered."""
    to_answer = queries.list_arrivals(work, queries.to_answer(work))
    mine = queries.list_arrivals(work, queries.own(work))
    since = work.clock.now() - NEWS
    news = [view for view in mine if view.answered_at is not None and view.answered_at > since]
    groups = (
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten wachten op jouw bevestiging"),
            QT_TRANSLATE_NOOP("today", "1 student wacht op jouw bevestiging"),
            "ph.user-plus",
            Tone.ATTENTION,
            _items(to_answer, Target(PAGE)),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten wachten op de teamleider"),
            QT_TRANSLATE_NOOP("today", "1 student wacht op de teamleider"),
            "ph.hourglass-medium",
            Tone.CALM,
            _items((view for view in mine if view.answer is Answer.WAITING), Target("students")),
        ),
        Attention(
            QT_TRANSLATE_NOOP(
                "today", "{count} studenten zijn toegelaten: neem je werkboek nu verder mee"
            ),
            QT_TRANSLATE_NOOP("today", "1 student is toegelaten: neem je werkboek nu verder mee"),
            "ph.check-circle",
            Tone.GOOD,
            _items((view for view in news if view.answer is Answer.ACCEPTED), Target("students")),
        ),
        Attention(
            QT_TRANSLATE_NOOP("today", "{count} studenten zijn niet toegelaten"),
            QT_TRANSLATE_NOOP("today", "1 student is niet toegelaten"),
            "ph.prohibit",
            Tone.ATTENTION,
            _items((view for view in news if view.answer is Answer.DECLINED), Target("students")),
        ),
    )
    return TodayView(attention=tuple(group for group in groups if group.items))


def _items(views: Iterable[ArrivalView], target: Target) -> tuple[AttentionItem, ...]:
    return tuple(
        AttentionItem(
            student_id=view.id,
            student_name=view.name.full,
            text=view.team,
            on=local(view.answered_at or view.proposed_at).date(),
            target=target,
        )
        for view in views
    )
