import NewsModel
import Testing

@testable import Render

/// A page is made again only where something changed that it looks up, and is then what a build of everything gives.
struct TraceTests {
  /// What one run gave: all pages by path, and which of them were made.
  private struct Run {
    var pages: [String: [UInt8]] = [:]
    var made: Set<String> = []
    var traces: [UInt8] = []
    var contributions = KeptContributions()
  }

  private func composition() -> Composition {
    var composition = SampleComposition.composition()
    for story in composition.stories { composition.keys.stories[story.id] = "1" }
    for article in composition.articles { composition.keys.contents[article.digest.article.id] = "1" }
    return composition
  }

  private func run(_ composition: Composition, after before: Run = Run()) throws -> Run {
    var run = Run()
    var output = PageOutput(
      traces: PageTraces(before.traces) ?? PageTraces(), kept: before.contributions,
      emit: {
        run.pages[$0.path] = $0.bytes
        run.made.insert($0.path)
      },
      keep: { base, names in
        for name in names { run.pages[base + name] = before.pages[base + name] }
      },
      canKeep: { base, names in names.allSatisfy { before.pages[base + $0] != nil } },
      published: { before.pages[$0] })
    _ = try Renderer().render(composition, to: &output, jobs: 2)
    run.traces = output.traces
    run.contributions = output.contributions
    return run
  }

  /// The paths of which the bytes differ.
  private func differing(_ a: Run, _ b: Run) -> Set<String> {
    Set(a.pages.keys).union(b.pages.keys).filter { a.pages[$0] != b.pages[$0] }
  }

  @Test("where nothing changed nothing is made")
  func nothing() throws {
    let first = try run(composition())
    let section = try #require(PageTraces(first.traces)?.sections[""])
    #expect(section.pages.contains { $0.trace != nil } && !section.parts.isEmpty)
    let second = try run(composition(), after: first)
    #expect(second.made.isEmpty)
    #expect(second.pages == first.pages)
    #expect(second.traces == first.traces)
  }

  @Test("what changed in one part is on every page that looks at it, as if all were made")
  func changes() throws {
    let first = try run(composition())
    let changes: [(String, (inout Composition) -> Void)] = [
      ("a story's title", { $0.stories[0] = $0.stories[0].with(title: $0.stories[0].title + " (suite)") }),
      ("an actor's name", { $0.actors[0] = $0.actors[0].with(identity: { $0.name += " II" }) }),
      ("the role of an actor", { $0.actors[0] = $0.actors[0].with(roles: { $0[0].text = "rapporteuse du budget" }) }),
      (
        "where an article gives a role",
        { $0.actors[0] = $0.actors[0].with(roles: { $0[0].passages[0].span.end -= 1 }) }
      ),
      (
        "how many articles name an actor",
        { made in
          let reference = ActorIdentity.Reference(article: "ailleurs", actor: "odile-varenne")
          made.actors[0] = made.actors[0].with(identity: { $0.references.append(reference) })
        }
      ),
      ("an actor that is gone", { $0.actors.removeFirst() }),
      ("a thread's title", { $0.threads[0] = $0.threads[0].with(title: $0.threads[0].title + " et la suite") }),
      ("an article's address", { $0.articles[0] = $0.articles[0].with(slug: $0.articles[0].slug + "-2") }),
      ("a story's neighbours", { $0.stories[0] = $0.stories[0].with(related: []) }),
      (
        "an outlet's name",
        { made in
          made.articles[0] = made.articles[0].with { $0.source = "La Vigie" }
          made.keys.contents[made.articles[0].digest.article.id] = "2"
        }
      ),
      (
        "a story's key points",
        { made in
          made.stories[0] = made.stories[0].with(keyPoints: Array(made.stories[0].keyPoints.dropFirst()))
          made.keys.stories[made.stories[0].id] = "2"
        }
      ),
      (
        "a note of the editor's",
        { made in
          made.decisions.notes.append(
            .init(target: .init(.story, made.stories[0].id), text: "Vérifié.", by: nil, date: nil))
        }
      ),
      (
        "rights made stricter",
        { made in
          for at in made.articles.indices { made.articles[at] = made.articles[at].with(printable: []) }
          // Rights are part of what a story is made from.
          for story in made.stories { made.keys.stories[story.id] = "2" }
        }
      ),
      ("the language of the interface", { $0.settings.language = "en" }),
      (
        "a page that search engines are asked to leave out",
        { $0.decisions.unindexed.append(.init(.actor, $0.actors[0].identity.id)) }
      ),
      ("a story that is gone", { $0.stories.removeLast() }),
      ("an event that is gone", { $0.timeline.removeFirst() }),
      ("what a brief has of earlier days", { $0.briefs[0].earlier = [] }),
      ("the publisher", { $0.settings.publisher = "Une autre maison" }),
    ]
    for (what, change) in changes {
      var changed = composition()
      change(&changed)
      let whole = try run(changed)
      let next = try run(changed, after: first)
      #expect(differing(whole, next).isEmpty, "\(what)")
      #expect(next.contributions.bytes == whole.contributions.bytes, "\(what): what is kept is as if made from all")
      #expect(!differing(whole, first).isEmpty, "\(what) changes no page at all")
      #expect(next.made.isSuperset(of: differing(next, first).intersection(next.pages.keys)), "\(what)")
    }
  }

  @Test("bytes that were cut are no traces, and bytes that were changed never break a build")
  func coding() throws {
    let made = composition()
    let first = try run(made)
    let bytes = first.traces
    for length in stride(from: 0, to: bytes.count, by: 97) { #expect(PageTraces(Array(bytes.prefix(length))) == nil) }
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 12) {
      var other = first
      other.traces[length] ^= 0x55
      #expect(try run(made, after: other).pages.count == first.pages.count)
    }
  }

  @Test("kept contributions in bytes are the same; bytes that were cut or hold other numbers are none")
  func contributions() throws {
    let kept = try run(composition()).contributions
    #expect(!kept.terms.keys.isEmpty && kept.rows.count == 3)
    let bytes = kept.bytes
    let read = try #require(KeptContributions(bytes))
    #expect(read.terms == kept.terms && read.rows == kept.rows)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      let cut = KeptContributions(Array(bytes.prefix(length)))
      #expect(cut == nil || cut?.rows.count ?? 3 < 3)
    }
  }

  @Test("kept words, sizes and rows are what the next run takes, not what it would make")
  func taken() throws {
    var first = try run(composition())
    // A kept word that no text has shows that the texts were not read again.
    let end = Int(first.contributions.terms.starts[1])
    first.contributions.terms.pool.replaceSubrange(0..<end, with: [UInt8](repeating: 0x30, count: end))
    var changed = composition()
    changed.threads[0] = changed.threads[0].with(title: changed.threads[0].title + " zzz")
    let next = try run(changed, after: first)
    #expect(next.contributions.terms.pool.starts(with: [UInt8](repeating: 0x30, count: end)))
  }

  @Test("a table that was changed on the disk is made anew")
  func tables() throws {
    var first = try run(composition())
    let path = "data/quotes.csv"
    first.pages[path]?[20] ^= 1
    var changed = composition()
    changed.articles[0] = changed.articles[0].with(slug: changed.articles[0].slug + "-2")
    #expect(differing(try run(changed, after: first), try run(changed)).isEmpty)
  }
}
