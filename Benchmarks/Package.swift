// swift-tools-version: 6.1
import PackageDescription

/// A package of its own: the program neither builds it nor depends on it. It runs the release program as people do, for
/// its stages are `package` API, which no other package may call.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "benchmarks",
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
  targets: [
    .target(name: "Measurement", swiftSettings: strict),
    .executableTarget(
      name: "benchmarks",
      dependencies: ["Measurement", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .testTarget(name: "MeasurementTests", dependencies: ["Measurement"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
