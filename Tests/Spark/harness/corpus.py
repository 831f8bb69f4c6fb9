"""Articles of the tests' own: seeds as the program reads them, and reports made of sentences by a fixed plan."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

from .places import PROGRAM, ROOT

PLACES = ["Kervran", "Lannoz", "Ploumor", "Saint-Awen", "Port-Hallec", "Trevignon-le-Haut", "Rosmeur", "Gwelvan"]
PEOPLE = ["Nolwenn Tanguy", "Paol Le Bihan", "Maëlle Corre", "Yann Quéméneur", "Solène Abgrall", "Gildas Morvan"]
OFFICES = ["maire", "préfète", "ingénieur en chef", "présidente du syndicat", "porte-parole de la région"]
EVENTS = ["la digue", "le viaduc", "la criée", "le tramway", "l’hôpital", "le phare", "la scierie", "le lycée"]
TURNS = ["a rouvert", "a fermé", "sera agrandi", "a pris feu", "a été inondé", "change de mains"]
OUTLETS = ["Le Phare", "L’Écho de l’Estuaire", "La Gazette des îles", "Harbour News"]
ENGLISH = ["The works at {place} will take {n} weeks, the county said.", "\"We need {n} more beds,\" said {who} in {place}."]
FRENCH = [
    "À {place}, {event} {turn} {day}, a annoncé {who}, {office}.",
    "« Nous n’avions pas vu cela depuis {n} ans », a déclaré {who}, {office} de {place}.",
    "Le chantier coûtera {n} millions d’euros, selon la région.",
    "Quelque {n} personnes se sont rassemblées devant {event} de {place}.",
    "{who} a refusé de dire si {event} de {place} rouvrira avant le printemps.",
    "D’après {who}, {n} % des habitants de {place} sont touchés.",
    "« C’est {n} fois trop cher », a lancé {who} lors du conseil de {place}.",
    "Les travaux à {place} avaient commencé le 3 mars 2024 et devaient durer {n} mois.",
]
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"]


def reports(count: int, seed: int = 7) -> Iterator[dict]:
    """Articles over six days, a few of them without an id, an address or a date."""
    dice = random.Random(seed)
    for number in range(count):
        day = 1 + number * 6 // count
        place, event, who = dice.choice(PLACES), dice.choice(EVENTS), dice.choice(PEOPLE)
        english = number % 9 == 8
        words = {"place": place, "event": event, "who": who}
        sentences = []
        for template in dice.choices(ENGLISH if english else FRENCH, k=6 if english else 24):
            words |= {"office": dice.choice(OFFICES), "turn": dice.choice(TURNS), "day": dice.choice(DAYS)}
            sentences.append(template.format(n=dice.randint(2, 90), **words))
        article = {
            "id": f"report-{seed}-{number}",
            "title": f"{place} : {event} {dice.choice(TURNS)}",
            "source": dice.choice(OUTLETS),
            "published": f"2026-02-{day:02}T{number % 24:02}:30:00+01:00",
            "text": "\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)),
        }
        if number % 50 == 7:
            del article["id"]
        if number % 50 == 17:
            del article["published"]
        if number % 50 == 27:
            article["url"] = f"https://exemple.test/{seed}/{article.pop('id')}?utm_source=flux"
        yield article


def line(article: dict) -> str:
    """An article on a line."""
    return json.dumps(article, ensure_ascii=False) + "\n"


BAD = '{"id": "cut off\n\n{"id":"no-words"}\n{"id":"report-7-3","title":"Une date","published":"hier"}\n'
"""Lines of which two cannot be used and one only without its date; the id of the last stands in another file too."""


def write(folder: Path, count: int) -> None:
    """A folder of articles: seeds, reports over several files, one of them with a name to be escaped, and bad lines."""
    (folder / "été 2026").mkdir(parents=True)
    seeds = subprocess.run([PROGRAM, "read", ROOT / "seeds"], check=True, capture_output=True).stdout
    (folder / "seeds.jsonl").write_bytes(seeds)
    articles = [line(article) for article in reports(count)]
    half = count // 2
    (folder / "one.jsonl").write_text("".join(articles[:half]), encoding="utf-8")
    rest = articles[half:]
    for number in range(4):
        text = "".join(rest[number::4])
        (folder / "été 2026" / f"100% [{number}].jsonl").write_text(text, encoding="utf-8")
    (folder / "bad.jsonl").write_text(BAD + articles[0], encoding="utf-8")
