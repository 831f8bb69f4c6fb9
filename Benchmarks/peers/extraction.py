"""Actors, key points and dates of articles, as people extract them in Python: extraction.py FILE.jsonl N.

spaCy finds sentences (by rule) and entities, sumy the key points (LexRank), dateparser the dates. The entity network is
that of spaCy's small models with untrained weights, as trained ones are published elsewhere than on PyPI: it costs what
theirs costs, and what it finds means nothing. sumy gets spaCy's sentences and words: its own tokenizer needs NLTK's data,
which is published elsewhere too, and would read each text once more.
"""
import json
import sys
import warnings
from datetime import datetime
from itertools import islice

import spacy
from dateparser.search import search_dates
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

NAMES = {"fr": "french", "en": "english"}
# Texts that go through the network at once: more take no less time, and gigabytes.
BATCH = 16


class Words:
    """The tokenizer that sumy asks for the words of a sentence."""

    def __init__(self, sentences):
        self.known = {text: tuple(token.text for token in span if token.is_alpha) for text, span in sentences}

    def to_words(self, sentence):
        return self.known[sentence]


class Extractor:
    """What is found in the articles of one language."""

    def __init__(self, language):
        self.language = language
        self.pipeline = spacy.blank(language)
        self.pipeline.add_pipe("sentencizer")
        entities = self.pipeline.add_pipe("ner")
        for label in ("PER", "ORG", "LOC", "MISC"):
            entities.add_label(label)
        self.pipeline.initialize()
        self.summarizer = LexRankSummarizer(Stemmer(NAMES[language]))
        self.summarizer.stop_words = get_stop_words(NAMES[language])

    def digests(self, articles):
        """A digest of each article; texts go through the network in batches."""
        texts = [article["text"] for article in articles]
        for article, document in zip(articles, self.pipeline.pipe(texts, batch_size=BATCH)):
            published = datetime.fromisoformat(article["published"].rstrip("Z"))
            settings = {"RELATIVE_BASE": published}
            yield {
                "id": article["id"],
                "actors": [[entity.text, entity.label_] for entity in document.ents],
                "keyPoints": self.key_points(document),
                "dates": [
                    [words, day.isoformat()]
                    for words, day in search_dates(article["text"], languages=[self.language], settings=settings) or []
                ],
            }

    def key_points(self, document):
        """The five sentences that say most."""
        sentences = [(text, span) for span in document.sents if (text := span.text.strip())]
        words = Words(sentences)
        paragraph = Paragraph([Sentence(text, words) for text, _ in sentences])
        return [str(sentence) for sentence in self.summarizer(ObjectDocumentModel([paragraph]), 5)]


def digests(articles):
    """A digest of each article, by id. Extractors of both languages are made, so that loading can be measured apart."""
    articles = list(articles)
    found = {}
    for language in NAMES:
        of_language = [article for article in articles if article["language"] == language]
        for digest in Extractor(language).digests(of_language):
            found[digest["id"]] = digest
    return found


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as lines:
        for digest in digests(map(json.loads, islice(lines, int(sys.argv[2])))).values():
            print(json.dumps(digest, ensure_ascii=False))
