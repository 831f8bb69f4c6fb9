internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// Writes what a new site starts from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a starter daybrief.yml, an example article or your feeds, and a cron line.",
    discussion: """
      Nothing that is there already is overwritten.

        mkdir brief && cd brief && daybrief init && daybrief build && daybrief check
        daybrief init --opml subscriptions.opml && daybrief build --fetch
        daybrief init --templates
      """)

  @Argument(help: "The folder to start in.", completion: .directory)
  var folder: String = "."

  @Option(
    name: .long,
    help: ArgumentHelp("The language of the interface: \(InterfaceLanguages.listed).", valueName: "code"))
  var language: String = "fr"

  @Option(
    name: .long, help: ArgumentHelp("Take the feeds of this list, as feed readers export it.", valueName: "file"),
    completion: .file(extensions: ["opml", "xml"]))
  var opml: String?

  @Flag(name: .long, help: "Copy the templates, words and styles out instead, to change them.")
  var templates = false

  func validate() throws {
    if templates && opml != nil { throw ValidationError("--templates copies files out and takes no --opml") }
    if !InterfaceLanguages.codes.contains(language) {
      throw ValidationError("--language has to be \(InterfaceLanguages.listed)")
    }
  }

  func run() throws {
    do {
      if templates {
        try copyTemplates()
        return
      }
      // Cron looks for programs in few places: the line names the file.
      let called = CommandLine.arguments.first ?? "daybrief"
      let found = called.contains("/") ? called : ExternalTool.path(of: called) ?? called
      let program = URL(fileURLWithPath: found).path
      let feeds = try opml.map { try FeedSource.feeds(inOPML: $0) } ?? []
      let place = URL(fileURLWithPath: folder).path
      for file in StarterFiles(language: language, folder: place, program: program, feeds: feeds).files {
        let made = try StarterFiles.write(file, into: folder)
        print(made ? "wrote \(file.path)" : "kept  \(file.path), which was there")
      }
      let build = feeds.isEmpty ? "build" : "build --fetch"
      print("Next: daybrief \(build), then open site/index.html; crontab.txt holds the line for cron.")
    } catch {
      StandardStreams.tell("daybrief: \(error)")
      try finish(.nothingPublished)
    }
  }

  /// Writes the files that the program carries, so that they can be changed; a file that is there is kept.
  private func copyTemplates() throws {
    let files = StarterFiles.templates
    let made = try files.filter { try StarterFiles.write($0, into: folder) }.count
    let kept = files.count - made
    print(
      "wrote \(made) files below \(folder)/\(StarterFiles.templateFolder)\(kept > 0 ? ", kept \(kept) that were there" : "")"
    )
    print(
      "Next: \"templates: \(StarterFiles.templateFolder)\" in daybrief.yml; delete the files that you leave as they are, "
        + "so that new versions can improve them. README.md there says how they work.")
  }
}
