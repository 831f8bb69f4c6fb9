"""What the readers make of files: lines with their places, and reasons where there is no article."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import subprocess
import unittest
from pathlib import Path

from harness.cluster import fresh
from harness.local import spark
from harness.places import SCRATCH
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from daybrief_spark import readers
from daybrief_spark.files import Folder, Opened, cat_command
from daybrief_spark.lines import MARK, Line
from daybrief_spark.warc import LARGEST, decoded, warc_lines


class JSONLines(unittest.TestCase):
    """Lines of JSON keep their bytes and get their numbers, however the files are cut and named."""

    def read(self, folder: Path, split: int = 1 << 20) -> list[Line]:
        """All lines of a folder, by place."""
        source = Folder(spark(), folder.as_uri())
        readers.set_splits(spark(), split)
        files = [state for state in source.files() if readers.is_input(state)]
        return sorted(readers.read(spark(), source, files, split).collect(), key=lambda line: (line.file, line.number))

    def test_places_and_names(self) -> None:
        """Names with spaces, accents, percent signs and marks of patterns are names; empty lines count."""
        folder = fresh(SCRATCH / "tests" / "json")
        wanted = []
        for name in ("a.jsonl", "é b/100% [1].jsonl", "c=1/x y.ndjson", "%20.jsonl", "{q}*?.jsonl"):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            texts = [b'{"n": 1}', b"", b"  ", '{"é": "\u2028\\r"}\r'.encode(), b'"\xff"', b"last"]
            path.write_bytes(b"\n".join(texts))
            wanted += [Line(name, number, text) for number, text in enumerate(texts, 1)]
        (folder / "_hidden.jsonl").write_text("no")
        (folder / "notes.txt").write_text("no")
        self.assertEqual(self.read(folder), sorted(wanted, key=lambda line: (line.file, line.number)))

    def test_compressed(self) -> None:
        """Files compressed by gzip, in several members too, and bzip2 are read as they are."""
        folder = fresh(SCRATCH / "tests" / "compressed")
        (folder / "a.jsonl.gz").write_bytes(gzip.compress(b"1\n2\n") + gzip.compress(b"3\n"))
        (folder / "b.jsonl.bz2").write_bytes(bz2.compress(b"4\n5"))
        found = [(line.file, line.number, line.text) for line in self.read(folder)]
        gz, bz = "a.jsonl.gz", "b.jsonl.bz2"
        self.assertEqual(found, [(gz, 1, b"1"), (gz, 2, b"2"), (gz, 3, b"3"), (bz, 1, b"4"), (bz, 2, b"5")])

    def test_cut_files(self) -> None:
        """A file that several tasks read has the numbers of one that is read in one go, wherever it is cut."""
        folder = fresh(SCRATCH / "tests" / "cut")
        texts = [f"{number} ".encode() + b"x" * (number * 37 % 211) for number in range(1, 400)]
        (folder / "big.jsonl").write_bytes(b"\n".join(texts) + b"\n")
        (folder / "small.jsonl").write_bytes(b"one\n")
        wanted = [Line("big.jsonl", number, text) for number, text in enumerate(texts, 1)]
        for split in (4099, 15000):
            self.assertEqual(self.read(folder, split), wanted + [Line("small.jsonl", 1, b"one")])

    def test_parquet(self) -> None:
        """Columns named as the keys of an article are read, other ones are not; dates and numbers become words."""
        folder = fresh(SCRATCH / "tests" / "parquet")
        rows = "(1, 'Un', 'x', date'2026-02-03'), (2, null, 'y', null), (3, 'É\"\n', 'z', date'2026-02-04')"
        table = spark().sql(f"select * from values {rows} as t(id, text, internal, published)")
        table.coalesce(1).write.parquet((folder / "p").as_uri())
        found = self.read(folder)
        self.assertEqual([line.number for line in found], [1, 2, 3])
        self.assertEqual(
            [json.loads(line.text) for line in found],
            [
                {"id": 1, "text": "Un", "published": "2026-02-03"},
                {"id": 2},
                {"id": 3, "text": "É\"\n", "published": "2026-02-04"},
            ],
        )
        self.assertTrue(all(line.file.startswith("p/part-") for line in found))


class News(unittest.TestCase):
    """WARC files: pages that were answered with 200 are articles, without the day of the crawl."""

    PAGE = "<html><head><meta charset='{}'></head><body><p>Le café de la gare rouvre.</p></body></html>"

    def warc(self, *answers: tuple[str, str, bytes], compressed: bool = True) -> bytes:
        """A file of a crawl: each answer as status, content type and body, behind a record of information."""
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=compressed)
        writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "test"}))
        for number, (status, kind, body) in enumerate(answers):
            headers = [("Content-Type", kind), ("Content-Length", str(len(body)))]
            if body[:2] == b"\x1f\x8b":
                headers.append(("Content-Encoding", "gzip"))
            record = writer.create_warc_record(
                f"https://exemple.test/{number}",
                "response",
                payload=io.BytesIO(body),
                http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
            )
            writer.write_record(record)
        return out.getvalue()

    def test_pages(self) -> None:
        """Pages come with their address; other answers are passed over; there is no date of the crawl."""
        page = self.PAGE.format("utf-8").encode()
        data = self.warc(
            ("200 OK", "text/html; charset=utf-8", page),
            ("404 Not Found", "text/html", page),
            ("200 OK", "image/png", b"\x89PNG"),
            ("200 OK", "text/html", gzip.compress(page)),
        )
        found = list(warc_lines(io.BytesIO(data), "c.warc.gz"))
        self.assertEqual([(line.number, line.problem) for line in found], [(2, None), (5, None)])
        for line, number in zip(found, (0, 3)):
            article = {"html": page.decode(), "url": f"https://exemple.test/{number}"}
            self.assertEqual(json.loads(line.text), article)

    def test_encodings(self) -> None:
        """What the server says counts, then what the page says, then UTF-8, then Windows-1252."""
        text = self.PAGE.format("x")
        self.assertEqual(decoded(text.encode("iso-8859-15"), "text/html; charset=ISO-8859-15"), text)
        declared = self.PAGE.format("windows-1252")
        self.assertEqual(decoded(declared.encode("cp1252"), "text/html"), declared)
        self.assertEqual(decoded(text.encode(), "text/html; charset=nonsense"), text)
        self.assertEqual(decoded(text.encode("cp1252"), "text/html"), text)
        self.assertEqual(decoded(b"\xef\xbb\xbf" + text.encode(), "text/html; charset=latin1"), text)
        self.assertEqual(decoded("l’été".encode("cp1252"), "text/html; charset=iso-8859-1"), "l’été")
        self.assertEqual(decoded(text.encode(), "text/html; charset=us-ascii"), decoded(text.encode(), "; charset=ascii"))

    def test_damage(self) -> None:
        """A body that cannot be decompressed and one that is too long cost themselves; a file that ends early is told."""
        page = self.PAGE.format("utf-8").encode()
        broken = gzip.compress(page)[:20] + b"\0" * 30
        data = self.warc(
            ("200 OK", "text/html", broken),
            ("200 OK", "text/html", b" " * (LARGEST + 1)),
            ("200 OK", "text/html", page),
            compressed=False,
        )
        found = list(warc_lines(io.BytesIO(data), "c.warc"))
        self.assertEqual(found[-1].problem, None)
        self.assertEqual(json.loads(found[-1].text)["url"], "https://exemple.test/2")
        self.assertEqual([line.number for line in found], [2, 3, 4])
        self.assertTrue(all(line.problem for line in found[:-1]))
        self.assertIn("more than", found[-2].problem)
        whole = self.warc(*[("200 OK", "text/html", page)] * 3)
        between = [at for at in range(len(whole)) if whole.startswith(b"\x1f\x8b\x08", at)]
        for length in range(30, len(whole), 7):
            if length in between:
                continue  # a shorter crawl, and a sound one
            cut = list(warc_lines(io.BytesIO(whole[:length]), "c.warc.gz"))
            self.assertTrue(cut[-1].problem, f"cut at byte {length}, and nobody is told")
            self.assertTrue(all(line.problem is None for line in cut[:-2]))
        (nothing,) = warc_lines(io.BytesIO(b"no crawl at all\n"), "c.warc")
        self.assertIn("cannot be read on", nothing.problem or "")

    def test_from_a_folder(self) -> None:
        """The job reads them from the disk as Hadoop lists it, and other stores through Hadoop's own client."""
        folder = fresh(SCRATCH / "tests" / "warc")
        data = self.warc(("200 OK", "text/html", self.PAGE.format("utf-8").encode()))
        (folder / "é [1] 2%.warc.gz").write_bytes(data)
        source = Folder(spark(), folder.as_uri())
        (state,) = source.files()
        (line,) = readers.read(spark(), source, [state], 1 << 20).collect()
        self.assertEqual((line.file, line.number), ("é [1] 2%.warc.gz", 2))
        private = fresh(SCRATCH / "tests" / "site")
        command, environment = cat_command(source.address(state.path), {"fs.a": "<&>"}, private)
        self.assertIn("-cat", command)
        self.assertNotIn("<&>", " ".join(command))
        self.assertEqual((private / "core-site.xml").stat().st_mode & 0o077, 0)
        self.assertEqual(subprocess.run(command, check=True, capture_output=True, env=environment).stdout, data)
        with Opened(source.address(state.path)) as opened:
            self.assertEqual(opened.stream.read(), data)
        with self.assertRaises(OSError), Opened("nostore://nowhere/x.warc") as opened:
            opened.stream.read()


class Lines(unittest.TestCase):
    """What goes to the program."""

    def test_placed(self) -> None:
        """A line goes as it came, behind its place; one that is no text is marked so that it is told as such."""
        self.assertEqual(Line("a\u00e9.jsonl", 3, '{"x":"\u2028"}\r'.encode()).placed(), 'aé.jsonl\t3\t{"x":"\u2028"}\r')
        self.assertIsNone(Line("a", 1, b" \t ").placed())
        self.assertTrue(Line("a", 1, b"{\xff}").placed().startswith(f"a\t1\t{MARK}not UTF-8"))
        self.assertTrue(Line("a", 1, b"", "cut off").placed().startswith(f"a\t1\t{MARK}cut off{MARK}"))

    def test_keys(self) -> None:
        """A line is another one where it moved or changed."""
        keys = {Line("a", n, t).key() for n, t in ((1, b"x"), (2, b"x"), (1, b"y"), (11, b"x"))}
        self.assertEqual(len(keys), 4)
        self.assertEqual(Line("a", 1, b"x").key(), Line("b", 1, b"x").key())


if __name__ == "__main__":
    unittest.main()
