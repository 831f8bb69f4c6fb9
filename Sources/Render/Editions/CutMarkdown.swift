internal import Foundation
internal import NewsModel

/// The Markdown of an edition without what a cut takes out of it.
struct CutMarkdown {
  let cut: EditionCut
  let leaving: LeavingWords

  /// A name or a figure stands in many places: a shorter run is a passage only where it is a variant or all of its block.
  private static let shortestRun = 5  // words

  /// The text without what leaves, and without what led to it alone.
  func markdown(_ text: String) -> String {
    let titles = Set(cut.titles.map { MarkdownLink.words($0) })
    let sections = cut.stories.values.map { "/\(SiteIndex.path(.story, $0))index.html" }
    var made = EditionMarkdown(text)
    var below: Int?
    for index in made.blocks.indices {
      let block = made.blocks[index]
      if block.level > 0 {
        let isOfGone = block.level > 2 && sections.contains { block.text.contains($0) }
        if let level = below, block.level <= level { below = nil }
        if isOfGone { below = block.level }
      }
      let parts = MarkdownLink.parts(of: block.text)
      let fate = block.level > 0 ? Fate() : fate(of: parts)
      made.blocks[index].isGone = below != nil || fate.isGone
      let left = passed(parts, to: fate.heirs)
      if left.count != parts.count || !titles.isEmpty || !fate.heirs.isEmpty {
        made.blocks[index].text = left.map { CutMarkdown.renamed($0, titles) }.joined()
      }
      if block.level == 0, !made.blocks[index].isGone { dropActors(from: &made.blocks[index]) }
    }
    made.dropCounts()
    made.dropLeaders()
    return made.markdown
  }

  // MARK: Words

  /// What becomes of a block.
  private struct Fate {
    var isGone = false
    /// By article whose words leave, those that have the same words and may print them.
    var heirs: [String: [String]] = [:]
  }

  private func fate(of parts: [MarkdownLink.Part]) -> Fate {
    var visible = ""
    var links: [MarkdownLink] = []
    var variants: Set<[Substring]> = []
    for part in parts {
      switch part {
      case .text(let text): visible += text
      case .link(let link):
        // A headline is no passage, even where its words are the same.
        let isHeadline = link.address.contains("/stories/") || link.address.contains("/threads/")
        visible += isHeadline ? "." : link.label
        links.append(link)
        if link.title.contains(".variant") { variants.insert(MarkdownLink.words(link.label)) }
      }
    }
    let words = MarkdownLink.words(visible)
    var fate = Fate()
    for run in leaving.runs {
      let isPrinted =
        run.words.count >= CutMarkdown.shortestRun
        ? EditionCut.holds(words, run.words) : variants.contains(run.words) || words == run.words
      guard isPrinted else { continue }
      let own = links.filter { leads($0, to: run.article) }
      // One side of a difference alone is none.
      if run.keepers.isEmpty || own.contains(where: { $0.title.contains(".siglum") }) {
        return Fate(isGone: true)
      }
      if !own.isEmpty, fate.heirs[run.article] == nil { fate.heirs[run.article] = run.keepers }
    }
    // Of an article of which nothing stays the words of any version are looked for, and short ones too.
    let first = links.first { $0.address.contains("index.html#p") }
    let gone = first.flatMap { place in cut.articles.keys.sorted().first { leads(place, to: $0) } }
    if let gone, fate.heirs[gone] == nil {
      let longest = leaving.runs.first { $0.article == gone && EditionCut.holds(words, $0.words) }
      guard let longest, !longest.keepers.isEmpty else { return Fate(isGone: true) }
      fate.heirs[gone] = longest.keepers
    }
    return fate
  }

  private func address(of article: String) -> String {
    "/\(SiteIndex.path(.article, cut.articles[article] ?? cut.pages[article] ?? article))index.html"
  }

  private func leads(_ link: MarkdownLink, to article: String) -> Bool { link.address.contains(address(of: article)) }

  // MARK: Actors

  /// Takes the names of actors that are gone out of a block, each with what joined it to the others; a block that only
  /// names actors is gone where it named these alone.
  private func dropActors(from block: inout EditionMarkdown.Block) {
    let gone = cut.actors.values.map { "/\(SiteIndex.path(.actor, $0))index.html" }
    guard gone.contains(where: { block.text.contains($0) }) else { return }
    func isActor(_ part: MarkdownLink.Part) -> Bool {
      if case .link(let link) = part { link.address.contains("/actors/") } else { false }
    }
    var parts = MarkdownLink.parts(of: block.text)
    while let index = parts.firstIndex(where: { part in
      if case .link(let link) = part { gone.contains { link.address.hasSuffix($0) } } else { false }
    }) {
      // What stands between two names goes with the later one, and behind the first with the first.
      if index > 1, isActor(parts[index - 2]) {
        parts.removeSubrange((index - 1)...index)
      } else if index + 2 < parts.count, isActor(parts[index + 2]) {
        parts.removeSubrange(index...(index + 1))
      } else {
        parts.remove(at: index)
      }
    }
    let namesActors = block.text.hasPrefix("[](# \".foot\")") || block.text.hasPrefix("- [](# \"list.index\")")
    block.isGone = namesActors && !parts.contains(where: isActor)
    block.text = parts.map { CutMarkdown.renamed($0, []) }.joined()
  }

  // MARK: Places

  /// The parts of a block whose words stay as those of other articles: it leads to these.
  private func passed(_ parts: [MarkdownLink.Part], to heirs: [String: [String]]) -> [MarkdownLink.Part] {
    guard !heirs.isEmpty else { return parts }
    let links = parts.compactMap { part in if case .link(let link) = part { link } else { nil } }
    var out: [MarkdownLink.Part] = []
    for part in parts {
      guard case .link(var link) = part, let (article, keepers) = heirs.first(where: { leads(link, to: $0.key) })
      else {
        out.append(part)
        continue
      }
      dropOutlet(&out)
      guard !links.contains(where: { place in keepers.contains { leads(place, to: $0) } }) else { continue }
      // Which paragraph of the other article it is the edition does not say.
      let root = link.address.range(of: address(of: article)).map { link.address[..<$0.lowerBound] } ?? ""
      link.label = "¶"
      link.address = Substring(root + address(of: keepers[0]))
      out.append(.link(link))
    }
    return out
  }

  /// Takes the name of an outlet from the end of some parts, with the blank behind it.
  private func dropOutlet(_ parts: inout [MarkdownLink.Part]) {
    guard parts.count > 1, case .text(let blank) = parts[parts.count - 1], blank.allSatisfy(\.isWhitespace),
      case .link(let label) = parts[parts.count - 2], label.title.contains(".outlet")
    else { return }
    parts.removeLast(2)
  }

  /// The Markdown of a part, with the mark in place of headlines.
  private static func renamed(_ part: MarkdownLink.Part, _ gone: Set<[Substring]>) -> String {
    switch part {
    case .text(let text): return String(text)
    case .link(var link):
      if gone.contains(MarkdownLink.words(link.label)) { link.label = EditionCut.mark[...] }
      return link.markdown
    }
  }
}
