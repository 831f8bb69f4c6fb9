"""Actors, key points and dates of articles, as people extract them in Python: extraction.py FILE.jsonl N.

spaCy finds sentences (by rule) and entities, sumy the key points (LexRank), dateparser the dates. The entity network is
that of spaCy's small models with untrained weights, as trained ones are published elsewhere than on PyPI: it costs what theirs costs, and what
it finds means nothing. sumy's own tokenizer needs NLTK's data, which is published elsewhere too: it gets spaCy's sentences.
"""
import json
import re
import sys
import warnings
from datetime import datetime
from itertools import islice

import spacy
from dateparser.search import search_dates
from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

NAMES = {"fr": "french", "en": "english"}
WORD = re.compile(r"[^\W\d_]+")


class Sentences:
    """The tokenizer that sumy asks: sentences that spaCy cut, words by a pattern."""

    def __init__(self, language):
        self.language = NAMES[language]
        self.cutter = spacy.blank(language)
        self.cutter.add_pipe("sentencizer")

    def to_sentences(self, paragraph):
        return tuple(sentence.text.strip() for sentence in self.cutter(paragraph).sents)

    def to_words(self, sentence):
        return tuple(WORD.findall(sentence))


class Extractor:
    """What is found in the articles of one language."""

    def __init__(self, language):
        self.language = language
        self.pipeline = spacy.blank(language)
        entities = self.pipeline.add_pipe("ner")
        for label in ("PER", "ORG", "LOC", "MISC"):
            entities.add_label(label)
        self.pipeline.initialize()
        self.sentences = Sentences(language)
        self.summarizer = LexRankSummarizer(Stemmer(NAMES[language]))
        self.summarizer.stop_words = get_stop_words(NAMES[language])

    def digest(self, article):
        text = article["text"]
        entities = self.pipeline(text).ents
        document = PlaintextParser.from_string(text, self.sentences).document
        published = datetime.fromisoformat(article["published"].rstrip("Z"))
        dates = search_dates(text, languages=[self.language], settings={"RELATIVE_BASE": published})
        return {
            "id": article["id"],
            "actors": [[entity.text, entity.label_] for entity in entities],
            "keyPoints": [str(sentence) for sentence in self.summarizer(document, 5)],
            "dates": [[words, day.isoformat()] for words, day in dates or []],
        }


def digests(articles):
    """A digest of each article. Extractors of both languages are made first, so that loading can be measured apart."""
    extractors = {language: Extractor(language) for language in NAMES}
    for article in articles:
        yield extractors[article["language"]].digest(article)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as lines:
        for digest in digests(map(json.loads, islice(lines, int(sys.argv[2])))):
            print(json.dumps(digest, ensure_ascii=False))
