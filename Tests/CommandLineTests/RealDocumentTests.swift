import Foundation
import Testing

/// The five real articles that stand beside the checkout, where they are at hand; nothing of their words is kept here.
@Suite("Real documents", .serialized)
struct RealDocumentTests {
  static let folder = "\(Program.root)/../shared/seeds"
  static let isPossible = FileManager.default.fileExists(atPath: folder)

  /// The site of the five documents, built once.
  private static let site: Result<[String: Data], any Error> = Result {
    try Program.inFolder { folder in
      let outcome = try Program.run(["build", RealDocumentTests.folder, "--output", "\(folder)/site", "--quiet"])
      try #require(outcome.status == 0, "\(outcome.errors)")
      let checked = try Program.run(["check", "\(folder)/site"])
      #expect(checked.status == 0, "\(checked.errors)")
      return Program.contents(of: "\(folder)/site")
    }
  }

  private func object(_ path: String) throws -> [String: Any] {
    let data = try #require(try RealDocumentTests.site.get()[path], "\(path)")
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func catalogue() throws -> [[String: Any]] {
    let data = try #require(try RealDocumentTests.site.get()["data/catalogue.jsonl"])
    return try String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  private func pages(_ kind: String) throws -> [[String: Any]] {
    try catalogue().filter { $0["kind"] as? String == kind }.map {
      try object("\($0["path"] as? String ?? "")index.json")
    }
  }

  private func digests() throws -> [String: [String: Any]] {
    let read = try Program.run(["read", RealDocumentTests.folder])
    let extracted = try Program.run(["extract", "--as-is"], input: read.output)
    var byNumber: [String: [String: Any]] = [:]
    for line in extracted.output.split(separator: "\n") {
      let digest = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      byNumber[String((digest["file"] as? String ?? "").prefix(3))] = digest
    }
    return byNumber
  }

  @Test(
    "The two versions of the meeting are one story of one origin, the others stand alone, all are one thread",
    .enabled(if: isPossible, "the real documents are not beside this checkout"))
  func clustering() throws {
    let stories = try pages("story")
    let sizes = stories.compactMap { ($0["articles"] as? [String])?.count }.sorted()
    #expect(sizes == [1, 1, 1, 2])
    let meeting = try #require(stories.first { ($0["articles"] as? [String])?.count == 2 })
    #expect((meeting["articles"] as? [String])?.map { String($0.prefix(3)) } == ["000", "001"])
    let origins = try #require(meeting["origins"] as? [[String: Any]])
    #expect(origins.count == 1 && origins.first?["basis"] as? String == "inferred")
    #expect(try pages("thread").count == 1)
  }

  @Test(
    "The meeting's page sets its versions side by side; no other page claims a difference",
    .enabled(if: isPossible, "the real documents are not beside this checkout"))
  func differences() throws {
    for story in try pages("story") {
      let differences = try #require(story["differences"] as? [[String: Any]])
      guard (story["articles"] as? [String])?.count == 2 else {
        #expect(differences.isEmpty)
        continue
      }
      func has(_ slot: String, _ kind: String, _ words: [String]) -> Bool {
        differences.contains { difference in
          let versions = (difference["versions"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
          return difference["slot"] as? String == slot && difference["class"] as? String == kind
            && words.allSatisfy { word in versions.contains { $0.contains(word) } }
        }
      }
      #expect(has("duration", "precision", ["deux heures", "quelques heures"]))
      #expect(has("name", "spelling", ["Zalogny", "Zaluzhny"]))
      #expect(differences.contains { $0["class"] as? String == "translation" })
      #expect(!differences.contains { $0["class"] as? String == "conflict" })
    }
  }

  @Test(
    "Fourteen persons have a page each, once, and no place or organization is taken for a person",
    .enabled(if: isPossible, "the real documents are not beside this checkout"))
  func persons() throws {
    let persons = try pages("actor").filter { $0["kind"] as? String == "person" }
    let names = persons.compactMap { $0["name"] as? String }
    for family in [
      "Austin", "Milley", "Butler", "Zaluzhny", "Zelensky", "Blinken", "Lavrov", "Poutine", "Gerasimov", "Stoltenberg",
      "Reznikov", "Biden", "Bolder", "Schoof",
    ] {
      #expect(names.filter { $0.hasSuffix(family) }.count == 1, "\(family): \(names)")
    }
    // A fifteenth, named once by one article without a role, has none: a page for a person needs a role or two articles.
    #expect(names.count == 14, "\(names)")
  }

  @Test(
    "Quotes that were marked by hand before the program ran are found, with their speakers",
    .enabled(if: isPossible, "the real documents are not beside this checkout"))
  func quotes() throws {
    struct Mark: Decodable {
      var document: String
      var start: Int
      var end: Int
      var speaker: String?
      var basis: String?
    }
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    let marks = try JSONDecoder().decode(
      [Mark].self, from: Data(contentsOf: URL(fileURLWithPath: "\(here)/real-quotes.json")))
    let digests = try digests()
    let files = try FileManager.default.contentsOfDirectory(atPath: RealDocumentTests.folder)
    let trimmed = CharacterSet.whitespaces.union(.punctuationCharacters)
    for mark in marks {
      let file = try #require(files.first { $0.hasPrefix(mark.document) })
      let raw = try String(contentsOfFile: "\(RealDocumentTests.folder)/\(file)", encoding: .utf8)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: Array(raw.unicodeScalars)[mark.start..<mark.end])
      let wanted = String(words).trimmingCharacters(in: trimmed)
      let digest = try #require(digests[mark.document])
      let quotes = try #require(digest["quotes"] as? [[String: Any]])
      let found = quotes.first {
        ($0["text"] as? String)?.trimmingCharacters(in: trimmed) == wanted && $0["form"] as? String != "indirect"
      }
      let place = "\(mark.document) \(mark.start)–\(mark.end)"
      guard let found else {
        Issue.record("\(place) is not found")
        continue
      }
      let speaker = found["speaker"] as? [String: Any]
      guard let expected = mark.speaker else {
        #expect(speaker?["actor"] == nil, "\(place) names nobody")
        continue
      }
      let actors = digest["actors"] as? [[String: Any]] ?? []
      let name = actors.first { $0["id"] as? String == speaker?["actor"] as? String }?["name"] as? String
      let family = expected.split(separator: " ").last.map(String.init) ?? expected
      let said = speaker?["text"] as? String ?? ""
      #expect(name?.contains(family) == true || said.lowercased().contains(expected.lowercased()), "\(place): \(said)")
      #expect(speaker?["basis"] as? String == mark.basis, "\(place)")
    }
  }

  @Test(
    "No key point holds what is not the article",
    .enabled(if: isPossible, "the real documents are not beside this checkout"))
  func keyPoints() throws {
    let strange = ["Lire aussi", "Appuyez", "Leave a", "commentaire", "Akismet", "a contribué", "source:", "la source"]
    let digests = try digests()
    #expect(digests.count == 5)
    for digest in digests.values {
      let points = (digest["keyPoints"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
      #expect(!points.isEmpty)
      for point in points { for words in strange { #expect(!point.contains(words)) } }
    }
  }

  @Test(
    "A masthead's date resolves no weekday",
    .enabled(if: isPossible, "the real documents are not beside this checkout"))
  func masthead() throws {
    let digest = try #require(try digests()["000"])
    #expect(digest["publishedBasis"] as? String == "masthead")
    let dates = try #require(digest["dates"] as? [[String: Any]])
    #expect(dates.contains { ($0["text"] as? String)?.lowercased() == "mardi" })
    for date in dates where date["basis"] as? String == "relative" { #expect(date["value"] == nil) }
  }

  @Test(
    "With dates supplied in articles.yml the site is proved too, and weekdays have their days",
    .enabled(if: isPossible, "the real documents are not beside this checkout"))
  func supplied() throws {
    let published = [
      "000": "2023-01-18", "001": "2023-01-17", "002": "2022-04-27", "003": "2022-01-22", "004": "2025-03-31",
    ]
    var files: [String: String] = [:]
    var index = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: RealDocumentTests.folder).sorted() {
      files["in/\(name)"] = try String(contentsOfFile: "\(RealDocumentTests.folder)/\(name)", encoding: .utf8)
      index += "\(name):\n  published: \(published[String(name.prefix(3))] ?? "")\n"
    }
    files["in/articles.yml"] = index
    try Program.inFolder(files) { folder in
      let outcome = try Program.run(["build", "in", "--output", "site"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try Program.run(["check", "site"], in: folder).status == 0)
      let read = try Program.run(["read", "in"], in: folder)
      let extracted = try Program.run(["extract", "--as-is"], input: read.output)
      var values: Set<String> = []
      for line in extracted.output.split(separator: "\n") {
        let digest = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let number = String((digest?["file"] as? String ?? "").prefix(3))
        for date in digest?["dates"] as? [[String: Any]] ?? [] {
          if let text = date["text"] as? String, let value = date["value"] as? String {
            values.insert("\(number) \(text) \(value)")
          }
        }
      }
      for expected in [
        "001 mardi 2023-01-17", "002 lundi soir 2022-04-25", "002 dimanche 2022-04-24", "003 vendredi soir 2022-01-21",
        "003 10 février 2022-02-10",
      ] {
        let parts = expected.split(separator: " ")
        #expect(
          values.contains { $0.hasPrefix(parts[0]) && $0.contains(parts[1]) && $0.hasSuffix(parts[parts.count - 1]) },
          "\(expected)")
      }
    }
  }
}
