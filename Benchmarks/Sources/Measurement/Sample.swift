/// What one run of a process used.
package struct Sample: Equatable, Sendable {
  /// User and system time of the process and of those it waited for.
  package var processorSeconds: Double
  package var wallSeconds: Double
  /// Peak resident memory in bytes. The kernel counts from the memory of the process that started it, so nothing below
  /// the driver's own peak can be told.
  package var peakBytes: Double
  /// Processor seconds by step, in the order of the steps, where the program tells its steps.
  package var steps: [Step] = []
  /// Lines on standard error.
  package var told: [String] = []

  /// A step and what it took: processor seconds as the kernel counts them, wall seconds as the program tells them.
  package struct Step: Equatable, Sendable {
    package var name: String
    package var processorSeconds: Double
    package var wallSeconds: Double

    /// A step and its times.
    package init(name: String, processorSeconds: Double, wallSeconds: Double) {
      self.name = name
      self.processorSeconds = processorSeconds
      self.wallSeconds = wallSeconds
    }
  }

  /// A sample without steps.
  package init(processorSeconds: Double, wallSeconds: Double, peakBytes: Double) {
    self.processorSeconds = processorSeconds
    self.wallSeconds = wallSeconds
    self.peakBytes = peakBytes
  }

  /// One process after the other: times add up, the larger peak counts.
  package static func + (a: Sample, b: Sample) -> Sample {
    var sum = Sample(
      processorSeconds: a.processorSeconds + b.processorSeconds, wallSeconds: a.wallSeconds + b.wallSeconds,
      peakBytes: max(a.peakBytes, b.peakBytes))
    sum.steps = a.steps + b.steps
    sum.told = a.told + b.told
    return sum
  }

  /// The processor seconds of a step; none where the program did not tell it.
  package func processorSeconds(of step: String) -> Double? { steps.first { $0.name == step }?.processorSeconds }
}

/// Articles a processor second.
package enum Rate {
  /// With all that the process did.
  package static func whole(_ count: Int, _ sample: Sample) -> Double {
    Double(count) / max(sample.processorSeconds, 1e-9)
  }

  /// Without start-up: what `count` articles took more than one. None where one takes as long as all.
  package static func net(_ count: Int, _ sample: Sample, startUp: Double) -> Double? {
    let seconds = sample.processorSeconds - startUp
    return seconds > 0 && count > 1 ? Double(count - 1) / seconds : nil
  }
}
