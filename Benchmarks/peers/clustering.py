"""Stories by scikit-learn: clustering.py FILE.jsonl N.

TF-IDF, the ten nearest by cosine, and the connected parts of those that are nearer than a threshold, which finds the
stories of the corpus. Average linkage needs the distances of all pairs, which for 100,000 articles are 40 GB. Distances
are worked out in parts of 128 MB: it is faster than with scikit-learn's own 1 GB, and needs less.
"""
import json
import sys
from itertools import islice

import sklearn
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.neighbors import NearestNeighbors

sklearn.set_config(working_memory=128)
NEIGHBOURS = 10
FARTHEST = 0.35


def stories(texts):
    """The number of the story of each text."""
    if len(texts) < 2:
        return [0] * len(texts)
    # Words of one article tie nothing, and those of a fifth of all too much; of a few articles all count.
    rare, common = (2, 0.2) if len(texts) >= 50 else (1, 1.0)
    vectors = TfidfVectorizer(sublinear_tf=True, min_df=rare, max_df=common).fit_transform(texts)
    neighbours = NearestNeighbors(n_neighbors=min(NEIGHBOURS, len(texts)), metric="cosine", algorithm="brute", n_jobs=1)
    graph = neighbours.fit(vectors).kneighbors_graph(mode="distance")
    graph.data = (graph.data < FARTHEST).astype(float)
    graph.eliminate_zeros()
    return connected_components(graph, directed=False)[1].tolist()


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as lines:
        articles = [json.loads(line) for line in islice(lines, int(sys.argv[2]))]
    for article, story in zip(articles, stories([article["text"] for article in articles])):
        print(json.dumps({"id": article["id"], "story": story}))
