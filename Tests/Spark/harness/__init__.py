"""What the tests of the job on Spark stand on: articles, a cluster on this machine, and where things are."""
