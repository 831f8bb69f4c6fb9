/// What a publication is going to do to a site, in order: written before the first step and removed after the last, so
/// that the next run can finish what this one could not.
struct Journal: Equatable {
  /// One change of the site.
  enum Step: Equatable {
    /// A staged file is put where none was.
    case create(number: Int, path: String)
    /// A staged file takes the place of another, which is kept until all is done.
    case replace(number: Int, path: String)
    /// A file goes; it is kept until all is done.
    case remove(number: Int, path: String)
  }

  var steps: [Step]

  /// A journal of some steps.
  init(_ steps: [Step]) { self.steps = steps }

  /// Reads a journal; nil where it is not whole or says what no journal says.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let last = lines.last, last == "end \(lines.count - 1)" else { return nil }
    steps = []
    for line in lines.dropLast() {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let number = Int(parts[1]), SitePath.isSafe(String(parts[2])) else { return nil }
      let path = String(parts[2])
      switch parts[0] {
      case "create": steps.append(.create(number: number, path: path))
      case "replace": steps.append(.replace(number: number, path: path))
      case "remove": steps.append(.remove(number: number, path: path))
      default: return nil
      }
    }
  }

  /// The bytes of the file: a line a step, and a last one that shows it whole.
  var bytes: [UInt8] {
    var text = ""
    for step in steps {
      switch step {
      case .create(let number, let path): text += "create \(number) \(path)\n"
      case .replace(let number, let path): text += "replace \(number) \(path)\n"
      case .remove(let number, let path): text += "remove \(number) \(path)\n"
      }
    }
    return Array("\(text)end \(steps.count)\n".utf8)
  }
}
