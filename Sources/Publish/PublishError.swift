internal import Foundation

/// A file of the site that could not be published, what was wrong, and what to do about it.
package struct PublishError: Error, Sendable, CustomStringConvertible {
  package var path: String
  /// What was wrong, in words.
  package var reason: String
  /// What a person can do about it; nil where nothing is known to help.
  package var remedy: String?

  /// An error about a path.
  package init(path: String, reason: String, remedy: String? = nil) {
    self.path = path
    self.reason = reason
    self.remedy = remedy
  }

  /// A call of the system that failed with a number.
  ///
  /// - Parameters:
  ///   - doing: what failed, as "it cannot be written".
  ///   - number: the value of `errno`.
  init(path: String, doing: String, number: Int32) {
    self.path = path
    reason = "\(doing): \(String(cString: strerror(number)))"
    remedy = PublishError.remedy(for: number)
  }

  /// "path: reason; remedy".
  package var description: String { "\(path): \(reason)" + (remedy.map { "; \($0)" } ?? "") }

  private static func remedy(for number: Int32) -> String? {
    switch number {
    case ENOSPC: "free space on this disk and run again"
    case EDQUOT: "your quota on this disk is used up; free space and run again"
    case EFBIG: "raise the limit for the size of files (ulimit -f) and run again"
    case EROFS: "this file system is read-only; mount it for writing, or name another folder as output"
    case EACCES, EPERM: "give the user who runs daybrief the right to write here, or name another folder as output"
    case ENOTDIR: "a file stands where a folder has to be; move it away, or name another folder as output"
    case EISDIR, ENOTEMPTY: "a folder stands where a file has to be; move it away"
    case EMFILE, ENFILE: "too many files are open; raise the limit (ulimit -n)"
    case EIO: "the disk has an error; look into the system's log"
    default: nil
    }
  }
}

/// The run was asked to stop before the new site was ready; the old site stands.
package struct PublicationStopped: Error, Sendable, CustomStringConvertible {
  /// What to print.
  package var description: String { "stopped before the new site was ready" }
}
