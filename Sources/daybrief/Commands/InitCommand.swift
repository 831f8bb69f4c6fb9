internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// Writes what a new site starts from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a starter daybrief.yml, an example article and a cron line.",
    discussion: """
      Nothing that is there already is overwritten.

        mkdir brief && cd brief && daybrief init && daybrief build && daybrief check
      """)

  @Argument(help: "The folder to start in.", completion: .directory)
  var folder: String = "."

  @Option(
    name: .long,
    help: ArgumentHelp("The language of the interface: \(InterfaceLanguages.listed).", valueName: "code"))
  var language: String = "fr"

  func validate() throws {
    if !InterfaceLanguages.codes.contains(language) {
      throw ValidationError("--language has to be \(InterfaceLanguages.listed)")
    }
  }

  func run() throws {
    do {
      // Cron looks for programs in few places: the line names the file.
      let called = CommandLine.arguments.first ?? "daybrief"
      let found = called.contains("/") ? called : ExternalTool.path(of: called) ?? called
      let program = URL(fileURLWithPath: found).path
      for file in StarterFiles(language: language, folder: URL(fileURLWithPath: folder).path, program: program).files {
        let made = try StarterFiles.write(file, into: folder)
        print(made ? "wrote \(file.path)" : "kept  \(file.path), which was there")
      }
      print("Next: daybrief build, then open site/index.html; crontab.txt holds the line for cron.")
    } catch {
      StandardStreams.tell("daybrief: \(error)")
      try finish(.nothingPublished)
    }
  }
}
