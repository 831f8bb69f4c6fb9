"""Extraction on Apache Spark: articles in, digests out, by the program that `make dist` packs."""
