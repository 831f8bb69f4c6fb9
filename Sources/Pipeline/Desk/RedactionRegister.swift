internal import Archive
internal import Foundation
internal import NewsModel
internal import Outside

/// The redactions of a site in a small file of their own, beside `daybrief.yml`.
///
/// A name that somebody had removed must not come back because an archive was lost, damaged, restored from an older copy,
/// or because the site goes to another folder. The archive has the same redactions; a build gives to each what only the
/// other knows. The file holds hashes of names and of the ids of articles, one a line, and nothing that is secret but from
/// whoever guesses. A site that is built without a configuration has it in `.daybrief/`.
struct RedactionRegister: Sendable {
  /// The name of the file.
  static let fileName = "redactions.yml"

  /// Where new redactions are written.
  let path: String
  /// What stands for names, as subjects of decisions: "full:" or "short:" and a hash.
  private(set) var names: Set<String> = []
  /// What stands for articles that were removed: a hash of the id of each.
  private(set) var articles: Set<String> = []
  /// What stands for their words: a hash of outlet and text of each version.
  private(set) var texts: Set<String> = []
  /// Whether an archive did not know all of it.
  var isNews = false
  /// What the file holds; what another file holds is known and not repeated.
  private var lines: Set<String> = []

  private static let articleKind = "article:"
  private static let textKind = "text:"
  private static let nameKinds = ["full:", "short:"]
  private static let hashDigits = 32
  private static let heading = """
    # What was removed for good (daybrief redact), as hashes of names and of articles. A build keeps to it even where the
    # archive is new. Keep this file with daybrief.yml, in backups and in version control.

    """

  /// The redactions that hold for an output: those beside its configuration and those in its state folder.
  ///
  /// - Throws: `ConfigurationError` with the line that does not read, `FileError` for a file that cannot be read.
  init(_ configuration: Configuration, _ state: StateFolder) throws {
    path = configuration.redactions ?? state.redactionsPath
    for file in Set([path, state.redactionsPath]).sorted() where FileTree.kind(of: file) != .missing {
      for (index, line) in try FileTree.text(file).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .enumerated()
      {
        let text = line.trimmingCharacters(in: .whitespaces)
        if text.isEmpty || text.hasPrefix("#") { continue }
        guard text.hasPrefix("- "), take(String(text.dropFirst(2))) else {
          throw ConfigurationError(
            file: file, line: index + 1,
            reason:
              "this is no redaction; a line is \"- full:\", \"- short:\", \"- article:\" or \"- text:\" and a hash. Bring the "
              + "file back from a copy, or take the line out and run daybrief redact again")
        }
        if file == path { lines.insert(String(text.dropFirst(2))) }
      }
    }
  }

  /// Whether an article was removed, by its id.
  func isRemoved(_ id: String) -> Bool { !articles.isEmpty && articles.contains(RedactionRegister.hash(of: id)) }

  /// Whether an article was removed that had these words and this outlet: another outlet may have the same words.
  func holdsWords(of article: Article) -> Bool {
    !texts.isEmpty && texts.contains(RedactionRegister.hash(of: article.text, article.source))
  }

  /// Writes down names, as subjects of decisions, and articles by their ids and by the words of their versions; what is
  /// there already is not written again.
  ///
  /// - Throws: `FileError` where the file cannot be written; then nothing was.
  mutating func add(
    names subjects: Set<String> = [], articles ids: Set<String> = [], versions: [Article] = []
  ) throws(FileError) {
    let added = subjects.union(ids.map { RedactionRegister.articleKind + RedactionRegister.hash(of: $0) })
      .union(
        versions.filter { !$0.text.isEmpty }.map {
          RedactionRegister.textKind + RedactionRegister.hash(of: $0.text, $0.source)
        })
    guard !added.isSubset(of: lines) else { return }
    let all = lines.union(added)
    let text = RedactionRegister.heading + all.sorted().map { "- \($0)\n" }.joined()
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileError(
        path: path,
        reason: "it cannot be written, and redactions have to be kept beside the archive; give write permission")
    }
    for line in added { _ = take(line) }
    lines = all
  }

  /// Takes in what a line says; false where it says nothing that is known.
  private mutating func take(_ line: String) -> Bool {
    let kinds = [RedactionRegister.articleKind, RedactionRegister.textKind] + RedactionRegister.nameKinds
    guard let kind = kinds.first(where: line.hasPrefix) else { return false }
    let hash = line.dropFirst(kind.count)
    guard hash.utf8.count == RedactionRegister.hashDigits, hash.allSatisfy(\.isHexDigit) else { return false }
    switch kind {
    case RedactionRegister.articleKind: articles.insert(String(hash))
    case RedactionRegister.textKind: texts.insert(String(hash))
    default: names.insert(line)
    }
    return true
  }

  private static func hash(of id: String) -> String { Checksum.hex(of: [id]) }
  private static func hash(of text: String, _ outlet: String?) -> String { Checksum.hex(of: [outlet ?? "", text]) }
}
