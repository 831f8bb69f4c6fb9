internal import Foundation
internal import Measurement

/// What people use today, where it is installed.
struct Peers {
  /// The scripts.
  let scripts: String
  /// The Python that `make bench-peers` made.
  private let python: String

  init(scripts: String, environment: String) {
    self.scripts = scripts
    python = "\(environment)/bin/python"
  }

  /// Whether the Python libraries are there.
  var hasPython: Bool { FileManager.default.isExecutableFile(atPath: python) }

  /// Whether Hugo is there.
  var hasHugo: Bool { (try? Shell.run("command -v hugo")) != nil }

  /// A script with its arguments, its output in a fresh folder.
  func script(_ name: String, _ arguments: [String], in folder: String) -> Launch {
    Launch(
      program: python, arguments: ["-B", "\(scripts)/\(name).py"] + arguments, folder: folder, output: "\(folder)/out")
  }

  /// Hugo on articles, in a folder where its site is laid out.
  func hugo(_ articles: String, in folder: String, onOneCore: Bool = true) -> Launch {
    Launch(
      program: "hugo",
      arguments: [
        "--quiet", "--noBuildLock", "--source", "\(scripts)/hugo", "--contentDir", articles, "--cacheDir",
        "\(folder)/cache", "--destination", "\(folder)/public",
      ],
      folder: folder, onOneCore: onOneCore)
  }

  /// The versions of what is there, by name.
  var versions: [(name: String, version: String)] {
    var found: [(String, String)] = []
    if hasPython {
      let code = """
        import sys, importlib.metadata as m
        print("Python", sys.version.split()[0])
        for n in ("spacy", "sumy", "dateparser", "trafilatura", "scikit-learn", "scipy", "numpy"): print(n, m.version(n))
        """
      let told = (try? Shell.run("exec \"$1\" -c \"$2\"", python, code)) ?? ""
      for line in told.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.count == 2 { found.append((String(words[0]), String(words[1]))) }
      }
    }
    if hasHugo, let told = try? Shell.run("hugo version") {
      found.append(("Hugo", told.split(separator: " ").dropFirst().first.map(String.init) ?? told))
    }
    return found
  }
}
