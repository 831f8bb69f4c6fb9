// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// Every Swift target is held to the same upcoming rules, so that moving code between rooms changes nothing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// The release program carries Swift's libraries: it runs where no Swift is, starts sooner, and calls them directly. The
/// parts of Foundation that its static library leaves to the linker are named here. A toolchain without static libraries
/// is told so by DAYBRIEF_DYNAMIC=1 in the environment. Libraries are looked for beside the program first, and by each
/// other too, which the older of the two tags for that path allows: so `make dist` can be moved anywhere.
let standalone =
  Context.environment["DAYBRIEF_DYNAMIC"] != nil
  ? []
  : [
    "-static-stdlib", "-lCoreFoundation", "-l_FoundationCShims", "-l_FoundationCollections", "-l_FoundationICU",
    "-l_CFXMLInterface", "-lBlocksRuntime", "-lxml2", "-Xlinker", "-rpath=$ORIGIN/../lib/daybrief", "-Xlinker",
    "--disable-new-dtags",
  ]

/// The folders of language data, which `CEmbedded` carries: a new language is a new folder, and no line here.
let languageFolders =
  (try? FileManager.default.contentsOfDirectory(atPath: "\(Context.packageDirectory)/Sources/Languages"))?
  .filter { !$0.contains(".") }.sorted() ?? []

/// The target that `make fuzz` compiles; nothing else does.
let fuzzing: [Target] =
  Context.environment["DAYBRIEF_FUZZ"] == nil
  ? []
  : [
    .target(
      name: "Fuzz", dependencies: ["Read", "NewsModel"], path: "Fuzz", exclude: ["Corpus", "Dictionaries"],
      swiftSettings: strict)
  ]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "daybrief",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "daybrief", targets: ["daybrief"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries. The Homebrew names are untested.
    .systemLibrary(name: "CLibcmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CMarkdownMemory", dependencies: ["CLibcmark"]),
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
    .systemLibrary(name: "CICULibrary", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CICU", dependencies: ["CICULibrary"]),
    .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
    .target(name: "CXXHash"),
    .target(name: "CEmbedded"),
    .target(name: "CFileSystem"),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CCompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("brotlienc")]),

    // Values, in the order in which they flow.
    .target(name: "NewsModel", swiftSettings: strict),
    .target(name: "Exchange", dependencies: ["NewsModel"], swiftSettings: strict),
    .target(name: "Prose", dependencies: ["NewsModel", "CICU", "CSnowball"], swiftSettings: strict),
    .target(
      name: "Languages", dependencies: ["NewsModel", "CEmbedded", "CCLD2", "CICU"], exclude: languageFolders,
      swiftSettings: strict),

    // Stages: none imports another.
    .target(
      name: "Read", dependencies: ["NewsModel", "Exchange", "Prose", "Languages", "CLibxml2", yams],
      swiftSettings: strict),
    .target(name: "Extract", dependencies: ["NewsModel", "Prose", "Languages"], swiftSettings: strict),
    .target(name: "Cluster", dependencies: ["NewsModel", "Prose", "Languages"], swiftSettings: strict),
    .target(name: "Compose", dependencies: ["NewsModel", "Prose", "Languages", "CXXHash"], swiftSettings: strict),
    .target(
      name: "Render",
      dependencies: ["NewsModel", "Exchange", "Languages", "CLibcmark", "CMarkdownMemory", "CXXHash"],
      swiftSettings: strict),
    .target(name: "Archive", dependencies: ["NewsModel", "CXXHash", grdb], swiftSettings: strict),
    .target(
      name: "Publish", dependencies: ["NewsModel", "Outside", "CFileSystem", "CCompression"], swiftSettings: strict),
    .target(name: "Outside", dependencies: ["NewsModel", "CCompression"], swiftSettings: strict),
    .target(name: "Fetch", dependencies: ["NewsModel", "Outside", "CCurl"], swiftSettings: strict),
    .target(name: "Serve", dependencies: ["Outside"], swiftSettings: strict),

    // The stages in order, and the command line.
    .target(
      name: "Pipeline",
      dependencies: [
        "NewsModel", "Exchange", "Prose", "Languages", "Read", "Extract", "Cluster", "Compose", "Render", "Publish",
        "Archive", "Fetch", "Outside", "CLibxml2", yams,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "daybrief", dependencies: ["Pipeline", "Serve", "NewsModel", "Exchange", "Outside", arguments],
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(standalone, .when(platforms: [.linux], configuration: .release))]),

    .testTarget(name: "NewsModelTests", dependencies: ["NewsModel"], swiftSettings: strict),
    .testTarget(name: "ProseTests", dependencies: ["Prose", "NewsModel", "Languages"], swiftSettings: strict),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "NewsModel"], swiftSettings: strict),
    .testTarget(name: "ReadTests", dependencies: ["Read", "NewsModel", "Languages"], swiftSettings: strict),
    .testTarget(
      name: "ExtractTests", dependencies: ["Extract", "NewsModel", "Languages", "Prose"], swiftSettings: strict),
    .testTarget(
      name: "ClusterTests", dependencies: ["Cluster", "Extract", "NewsModel", "Languages", "Prose"],
      exclude: ["Origins/origin-pairs.json", "Stories/recurring-events.json", "Stories/neighbouring-events.json"],
      swiftSettings: strict),
    .testTarget(
      name: "ComposeTests", dependencies: ["Compose", "Cluster", "Extract", "NewsModel", "Languages", "Prose"],
      exclude: [
        "Planted/planted-articles.json", "Planted/planted-differences.json", "Planted/difference-marks.json",
        "Planted/marked-articles.jsonl", "Told/pairs.jsonl",
      ], swiftSettings: strict),
    .testTarget(
      name: "RenderTests", dependencies: ["Render", "NewsModel", "Exchange"], exclude: ["Search/folding-cases.txt"],
      swiftSettings: strict),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "NewsModel", grdb], swiftSettings: strict),
    .testTarget(name: "PublishTests", dependencies: ["Publish", "Outside", "NewsModel"], swiftSettings: strict),
    .testTarget(
      name: "PipelineTests",
      dependencies: ["Pipeline", "NewsModel", "Exchange", "Read", "Render", "Publish", "Fetch", "Outside", yams],
      swiftSettings: strict),
    .testTarget(
      name: "FetchTests", dependencies: ["Fetch", "Pipeline", "Outside", "NewsModel", "CCompression"],
      swiftSettings: strict),
    .testTarget(name: "ServeTests", dependencies: ["Serve"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", dependencies: ["CEmbedded", "Languages"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["daybrief"], exclude: ["real-quotes.json", "seeds-quotes.json"],
      swiftSettings: strict),
    .testTarget(
      name: "QualityTests", dependencies: ["daybrief"], exclude: ["floors.json", "key-points-judged.json"],
      swiftSettings: strict),
  ] + fuzzing,
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
