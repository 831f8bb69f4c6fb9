"""Extraction and clustering, then pages for Hugo: pipeline.py FILE.jsonl N CONTENT."""
import json
import os
import sys
import warnings
from itertools import islice

from clustering import stories
from extraction import digests


def page(article, digest, story):
    """A page in Markdown with front matter that Hugo reads."""
    actors = list(dict.fromkeys(name for name, _ in digest["actors"]))[:5]
    front = {"title": article["title"], "date": article["published"], "actors": actors, "stories": [f"s{story}"]}
    points = "".join(f"- **{point}**\n" for point in digest["keyPoints"])
    dates = "".join(f"- {day}: {words}\n" for words, day in digest["dates"])
    text = article["text"].split("\n\n", 1)[-1]
    return f"{json.dumps(front, ensure_ascii=False)}\n\n{points}\n{dates}\n[Source]({article['url']})\n\n{text}"


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as lines:
        articles = [json.loads(line) for line in islice(lines, int(sys.argv[2]))]
    found = digests(articles)
    for article, story in zip(articles, stories([article["text"] for article in articles])):
        folder = os.path.join(sys.argv[3], article["published"][:10])
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"{article['id']}.md"), "w", encoding="utf-8") as out:
            out.write(page(article, found[article["id"]], story))
