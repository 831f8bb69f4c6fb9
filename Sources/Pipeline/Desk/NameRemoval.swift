internal import NewsModel
internal import Render

/// Keeps the names of redacted people out of what the operator and the editor themselves have printed: the watch list, and
/// the words of notes, replies and renames.
struct NameRemoval {
  /// How the site is to be, without the names.
  private(set) var settings: SiteSettings
  /// The editor's decisions, without the names.
  private(set) var overrides: Overrides.Reading
  /// Where the names stand, so that somebody takes them out.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter file: the configuration's, where there is one.
  init(_ redaction: Redaction, configuration: Configuration, file: String?, _ reading: Overrides.Reading) {
    settings = configuration.settings
    overrides = reading
    guard !redaction.isEmpty else { return }
    settings.watch.removeAll { redaction.tells($0) }
    if settings.watch != configuration.settings.watch {
      diagnostics.append(
        Diagnostic(
          .badConfiguration,
          "\"watch\" holds a name that was removed (daybrief redact); it is not followed: take it out",
          file: file, line: configuration.watchLine))
    }
    for index in overrides.decisions.notes.indices {
      overrides.decisions.notes[index].text = redaction.redacted(overrides.decisions.notes[index].text)
      overrides.decisions.notes[index].by = overrides.decisions.notes[index].by.map(redaction.redacted)
    }
    for index in overrides.decisions.renames.indices {
      overrides.decisions.renames[index].name = redaction.redacted(overrides.decisions.renames[index].name)
    }
    guard overrides.decisions != reading.decisions else { return }
    for (index, line) in reading.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    where redaction.tells(String(line)) {
      diagnostics.append(
        Diagnostic(
          .badConfiguration,
          "this line holds a name that was removed (daybrief redact); it is blacked out: take it out",
          file: reading.file, line: index + 1))
    }
  }
}
