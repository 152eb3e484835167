"""How the parts of a trialogue read in the language of the screen."""

from PySide6.QtCore import QCoreApplication

from lob_workbench.content.voices import Asked, voice_texts
from lob_workbench.domain.career import KIND_LABELS, ConversationKind, VoiceTopic
from lob_workbench.features.trialogue.rules import Trialogue
from lob_workbench.talks.rules import OWNER_LABELS, VERDICT_LABELS, AgreementOwner, Party, Verdict
from lob_workbench.talks.rules_voices import MARK_LABELS, PARTY_LABELS, Mark


def party_label(party: Party) -> str:
    """The name of a party."""
    return QCoreApplication.translate("trialogue", PARTY_LABELS[party])


def mark_label(mark: Mark) -> str:
    """How the voices on a topic stand to each other."""
    return QCoreApplication.translate("trialogue", MARK_LABELS[mark])


def kind_label(kind: ConversationKind) -> str:
    """The kind of talk."""
    return QCoreApplication.translate("career", KIND_LABELS[kind])


def owner_label(owner: AgreementOwner) -> str:
    """Who carries out an agreement."""
    return QCoreApplication.translate("conversations", OWNER_LABELS[owner])


def verdict_label(verdict: Verdict) -> str:
    """What a party says of the conclusion."""
    return QCoreApplication.translate("conversations", VERDICT_LABELS[verdict])


def asked(topic: VoiceTopic, party: Party, first_name: str) -> Asked:
    """What a party is asked on a topic. Content, in Dutch."""
    texts = voice_texts()[topic]
    by_party = {
        Party.STUDENT: texts.student,
        Party.SCHOOL: texts.school,
        Party.COMPANY: texts.company,
    }
    return by_party[party].about(first_name)


def person_of(view: Trialogue, party: Party) -> str:
    """Who speaks for a party; empty for a company that nobody knows yet."""
    if party is Party.STUDENT:
        return view.student.name.first
    if party is Party.SCHOOL:
        return view.counsellor
    return "" if view.placement is None else view.placement.trainer
