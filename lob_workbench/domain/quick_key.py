"""What a key ring keeps to open a workbook, as it travels from a page to the key file."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class QuickKey:
    """For which workbook and which slot of its key file, and the secret."""

    workbook_id: str
    slot_id: str
    secret: bytes = field(repr=False)
