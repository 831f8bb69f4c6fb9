internal import Foundation

/// Holds a place for one run at a time.
///
/// The lock is the kernel's (flock), so a run that crashed holds nothing.
package final class RunLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of a file, made where it is missing; nil where another run holds it.
  package init?(path: String) throws(FileError) {
    let opened = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw FileError(path: path, reason: FileError.lastReason() ?? "it cannot be opened") }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      close(opened)
      return nil
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
