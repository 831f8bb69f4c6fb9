import Foundation
import Testing

@Suite("extract as a filter", .serialized)
struct ExtractFilterTests {
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(
    "A placed line gives its place, an id made of its file and words, and the place in what is told; blank ones are passed over"
  )
  func placed() throws {
    try Program.inFolder { folder in
      let input = [
        "été/a.jsonl\t7\t{\"title\":\"Bref\"}", "b.jsonl\t12\t{\"id\":\"kept  as is\",\"title\":\"Long\"}",
        "b.jsonl\t13\t ", "b.jsonl\t14\tnothing", "no place here", "b.jsonl\t0\t{}", "b.jsonl\t15\t{\"id\":\"none\"}",
      ]
      let run = try Program.run(
        ["extract", "--placed", "--rejected", "side.jsonl"], in: folder, input: input.joined(separator: "\n"))
      #expect(run.status == 1)
      let digests = try objects(run.output)
      #expect(digests.map { $0["id"] as? String } == ["ete-a-196sw9samlrlu", "kept  as is"])
      #expect(digests.map { $0["file"] as? String } == ["été/a.jsonl", "b.jsonl"])
      #expect((digests[0]["place"] as? [String: Any])?["line"] as? Int == 7)
      let side = try objects(String(contentsOfFile: "\(folder)/side.jsonl", encoding: .utf8))
      #expect(side.map { $0["line"] as? Int } == [14, 5, 6, 15])
      #expect(side.map { $0["code"] as? String } == ["badLine", "badLine", "badLine", "empty"])
      #expect(side.map { $0["input"] as? String }.prefix(2) == ["nothing", "no place here"])
      #expect(run.errors.contains("b.jsonl:14: not JSON"))
    }
  }

  @Test("A stream gives one digest a line, with the number of the line as the last resort of an id")
  func stream() throws {
    let input = #"{"id":"a","text":"Un."}"# + "\n" + #"{"title":"B"}"# + "\n" + #"{"id":"c"}"# + "\n"
    let run = try Program.run(["extract"], input: input + #"{"url":"https://exemple.test/d?utm_source=x","title":"D"}"#)
    #expect(run.status == 0, "\(run.errors)")
    let digests = try objects(run.output)
    #expect(digests.map { $0["id"] as? String } == ["a", "line-2", "c", "exemple-test-d"])
    #expect(digests.allSatisfy { $0["place"] == nil && $0["file"] == nil })
  }

  @Test("An article without text is read from its page, with what the page says of itself")
  func page() throws {
    let page = """
      <html lang='en'><head><title>Ferry back</title><meta property='article:published_time' content='2026-03-01'></head>\
      <body><nav>Home</nav><article><h1>Ferry back</h1><p>The ferry to Lannoz is back, the company said.</p></article>\
      </body></html>
      """
    let line = try JSONSerialization.data(withJSONObject: ["id": "p", "html": page])
    for options in [["extract"], ["extract", "--as-is"]] {
      let run = try Program.run(options, input: String(decoding: line, as: UTF8.self))
      #expect(run.status == 0)
      let digest = try #require(try objects(run.output).first)
      #expect((digest["text"] as? String)?.contains("The ferry to Lannoz is back") == true)
      #expect(digest["published"] as? String == "2026-03-01")
      #expect(digest["publishedBasis"] as? String == "page")
    }
  }

  @Test("A line in Windows-1252 among others is read alike by read, extract and build, and alone says so")
  func encodings() throws {
    let lines = ["\u{FEFF}{\"id\":\"u\",\"title\":\"Été\",\"text\":\"Le café rouvre à Kervran.\"}"].map {
      Array($0.utf8)
    }
    let odd = Array("{\"id\":\"w\",\"title\":\"Été\",\"text\":\"Le café ferme à Lannoz.\"}".unicodeScalars).map {
      UInt8($0.value)
    }
    try Program.inFolder { folder in
      try Data(lines[0] + [0x0A] + odd + [0x0A]).write(to: URL(fileURLWithPath: "\(folder)/day.jsonl"))
      let runs: [Program.Outcome] = try ["read day.jsonl", "extract day.jsonl", "extract --as-is < day.jsonl"].map {
        try Program.shell("\"$0\" \($0)", in: folder)
      }
      for run in runs {
        #expect(run.status == 0, "\(run.errors)")
        let found = try objects(run.output)
        #expect(found.map { $0["text"] as? String } == ["Le café rouvre à Kervran.", "Le café ferme à Lannoz."])
        let codes = found.map { ($0["diagnostics"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String } }
        #expect(codes.map { $0.filter { $0 == "encodingMended" } } == [[], ["encodingMended"]])
      }
      try Data(runs[1].output.utf8).write(to: URL(fileURLWithPath: "\(folder)/digests.jsonl"))
      for (source, site) in [("day.jsonl", "one"), ("--digests digests.jsonl", "two")] {
        let built = try Program.shell("\"$0\" build \(source) -o \(site)/site -q", in: folder)
        #expect(built.status == 0, "\(built.errors)")
      }
      let pages = Program.contents(of: "\(folder)/one/site")
      #expect(pages.count > 10)
      #expect(Program.contents(of: "\(folder)/two/site") == pages)
    }
  }

  @Test("--revision prints one word and reads nothing")
  func revision() throws {
    let run = try Program.run(["extract", "--revision"], input: "{\"title\":\"x\"}")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 1 && !run.output.contains(" ") && run.output.count > 8)
  }

  @Test("cluster writes lines that it could not use too")
  func clusterRejects() throws {
    try Program.inFolder { folder in
      let run = try Program.run(
        ["cluster", "--rejected", "side.jsonl"], in: folder, input: "{\"id\":\"a\",\"title\":\"Un\"}\n{\"id\":")
      #expect(run.status == 1 && run.output.split(separator: "\n").count == 1)
      let side = try objects(String(contentsOfFile: "\(folder)/side.jsonl", encoding: .utf8))
      #expect(side.map { $0["line"] as? Int } == [2])
      #expect(side.map { $0["input"] as? String } == ["{\"id\":"])
    }
  }

  @Test("A side file that cannot be written is told, and nothing is extracted for nothing")
  func noSideFile() throws {
    for command in [["extract"], ["cluster"], ["read", "seeds"]] {
      let run = try Program.run(command + ["--rejected", "/nowhere/side.jsonl"], input: "{\"title\":\"x\"}")
      #expect(run.status != 0 && run.status != 1)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("/nowhere/side.jsonl"))
    }
  }
}
