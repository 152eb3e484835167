"""How long our four-page dossier takes against typst: same content, same font files, one process.

Run: ``python -m tests.benchmarks.dossier_pdf [runs]``. Both are warm; every run has its own
content, since typst remembers what it compiled before.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from statistics import median

import typst

from lob_workbench.output.pdf import Paper, Task

TALKS = 34
_TALE = (
    "Je vertelt dat het op je stage goed gaat, maar dat het plannen van je opdrachten naast het "
    "werk lastig blijft. Je probeerde een weekrooster op papier, en dat hielp. ",
    "Eén keer per maand kijkt je begeleider mee, zodat er één lijn is tussen school, thuis en je "
    "leerbedrijf. Je zegt dat je rustiger bent als je weet wat er komt. ",
    "Je sprak met een collega over haar opleiding en kreeg zin om verder te leren. Je wilt eerst "
    "je diploma halen en dan een jaar werken. ",
)
_KINDS = ("Voortgangsgesprek", "Loopbaanreflectiegesprek", "Stagebezoek")

_TYPST = """
#let d = json(bytes(sys.inputs.d))
#set document(title: d.title, author: "M. Bakker")
#set page("a4", margin: (x: 56pt, top: 48pt, bottom: 66pt), footer: context [
  #set text(size: 8.5pt, fill: rgb("#52606D"))
  #d.school #h(1fr) pagina #counter(page).display() van #counter(page).final().first()])
#set text(font: "Lato", size: 10.5pt, lang: "nl", hyphenate: false, fill: rgb("#1F2933"))
#set par(leading: 7.3pt, spacing: 9pt)
#show heading.where(level: 1): set text(size: 22pt, fill: rgb("#0F6B6B"))
#show heading.where(level: 2): set text(size: 13pt, fill: rgb("#0F6B6B"))
#show heading.where(level: 3): set text(size: 11pt)
= #d.title
#d.name
#grid(columns: (1fr, 1fr, 1fr), row-gutter: 8pt,
  ..d.facts.map(f => [#text(size: 8.5pt, weight: "bold", f.at(0)) \\ #f.at(1)]))
== Gesprekken
#for t in d.talks [
  === #t.at(0)
  #t.at(1)
]
== Afspraken
#table(columns: (14pt, 1fr, 92pt, 104pt), stroke: (x, y) => (top: 0.6pt + rgb("#CBD2D9")),
  [], [*Wat*], [*Wie*], [*Uiterlijk*],
  ..d.tasks.map(t => (rect(width: 9pt, height: 9pt, stroke: 0.9pt, radius: 2pt), t.at(0), t.at(1),
    t.at(2))).flatten())
"""


def content(run: int) -> dict[str, object]:
    """What both print in this run, as plain data."""
    talks = [
        (
            f"{1 + (run + talk) % 28}-{1 + talk % 12}-2026  {_KINDS[(run + talk) % 3]}",
            f"{_TALE[(run + talk) % 3]}Gesprek {run}-{talk}. {_TALE[(run + talk + 1) % 3][:60]}",
        )
        for talk in range(TALKS)
    ]
    tasks = [
        (f"Een weekrooster maken voor week {run + task}", "jij", f"{1 + task} december 2026")
        for task in range(8)
    ]
    return {
        "title": "Loopbaandossier",
        "name": f"Noëlle van 't Hoff {run}",
        "school": "Het Noorderlicht College",
        "facts": [
            ("Klas", "PW2B"),
            ("Opleiding", "Pedagogisch werk"),
            ("Studentnummer", f"02{run:05}"),
        ],
        "talks": talks,
        "tasks": tasks,
    }


def ours(data: dict[str, object]) -> bytes:
    """The dossier in the house style."""
    paper = Paper(
        school=str(data["school"]),
        title=str(data["title"]),
        subject="Dossier",
        author="M. Bakker",
    )
    paper.opening(str(data["title"]), str(data["name"]))
    paper.facts(data["facts"])  # type: ignore[arg-type]
    paper.heading("Gesprekken")
    for head, text in data["talks"]:  # type: ignore[attr-defined]
        paper.subheading(head)
        paper.text(text)
    paper.heading("Afspraken")
    tasks = [Task(*task) for task in data["tasks"]]  # type: ignore[attr-defined]
    paper.tasks(tasks, ("Wat", "Wie", "Uiterlijk"))
    return paper.finish()


def typst_writer(folder: Path, *, tagged: bool = True) -> Callable[[dict[str, object]], bytes]:
    """A warm typst compiler on the same font files; ``folder`` holds its source."""
    source = folder / "dossier.typ"
    source.write_text(_TYPST, encoding="utf-8")
    fonts = folder / "fonts"
    fonts.mkdir(exist_ok=True)
    for name in ("Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf"):
        (fonts / name).write_bytes((files("fontpkg_lato") / "files" / name).read_bytes())
    compiler = typst.Compiler(str(source), font_paths=[str(fonts)], ignore_system_fonts=True)

    def write(data: dict[str, object]) -> bytes:
        inputs = {"d": json.dumps(data)}
        written = compiler.compile(format="pdf", sys_inputs=inputs, pdf_tags=tagged)
        assert isinstance(written, bytes)
        return written

    return write


def _milliseconds(write: Callable[[dict[str, object]], bytes], data: dict[str, object]) -> float:
    start = time.perf_counter()
    write(data)
    return (time.perf_counter() - start) * 1000


def measure(runs: int = 15) -> dict[str, float]:
    """Medians in milliseconds over ``runs`` dossiers each, taken in turns, and our ratio.

    Ours is tagged for screen readers and so is ``typst_ms``; ``typst_untagged_ms`` is not.
    """
    with tempfile.TemporaryDirectory() as folder:
        writers = {
            "ours_ms": ours,
            "typst_ms": typst_writer(Path(folder)),
            "typst_untagged_ms": typst_writer(Path(folder), tagged=False),
        }
        taken: dict[str, list[float]] = {name: [] for name in writers}
        for run in range(runs + 3):
            for place, (name, write) in enumerate(writers.items()):
                # Content of its own for each: one typst must not profit from the other.
                took = _milliseconds(write, content(100 + run * len(writers) + place))
                if run >= 3:
                    taken[name].append(took)
    result = {name: round(median(times), 1) for name, times in taken.items()}
    result["ratio"] = round(result["ours_ms"] / result["typst_ms"], 2)
    result["ratio_untagged"] = round(result["ours_ms"] / result["typst_untagged_ms"], 2)
    return result


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 15)))
