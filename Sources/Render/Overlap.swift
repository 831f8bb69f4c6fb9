internal import Dispatch

/// Two pieces of work at once.
enum Overlap {
  /// Does `ahead` on another thread and `work` on this one, and waits for both.
  ///
  /// The other thread is one more than the system's pool has: `ahead` may itself ask the pool for a thread for each core,
  /// and the caller may already be one of them.
  static func run<Made>(_ ahead: () -> Made, while work: () throws -> Void) throws -> Made {
    var made: Made?
    var fault: (any Error)?
    withoutActuallyEscaping(ahead) { ahead in
      withUnsafeMutablePointer(to: &made) { place in
        // Nobody else touches either until the group has ended.
        nonisolated(unsafe) let ahead = ahead
        nonisolated(unsafe) let place = place
        let group = DispatchGroup()
        DispatchQueue(label: "ahead").async(group: group) { place.pointee = ahead() }
        do { try work() } catch { fault = error }
        group.wait()
      }
    }
    if let fault { throw fault }
    guard let made else { preconditionFailure("the group has ended, so the work is done") }
    return made
  }
}
