// swift-tools-version: 6.3
import PackageDescription

/// One set of strict settings for every Swift target.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A Swift library target with its arrows (see the table in README.md).
func room(
  _ name: String,
  _ dependencies: [Target.Dependency],
  exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// A test target of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name,
    dependencies: dependencies,
    exclude: exclude,
    swiftSettings: settings
  )
}

/// What several test targets need; no room may import it.
func support(_ name: String) -> Target {
  .target(name: name, path: "Tests/\(name)", swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "check",
  products: [.executable(name: "check", targets: ["check"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Level 0: system libraries and leaves.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Without pkgConfig: its flags hold a definition that SwiftPM refuses with a warning.
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter",
      pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]
    ),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CSIMD"),
    // libcurl is loaded at first use; only its header is needed here (libcurl4-openssl-dev).
    .target(name: "CCurl"),
    .target(name: "CSpawn"),
    room("Diagnostics", []),
    room("CivilTime", []),
    room("VietnameseText", ["CUTF8Proc"]),
    room("Digests", ["CCrypto"]),
    // Level 1
    room("YAMLTree", ["CYAML", "Diagnostics"]),
    room("Tables", ["CivilTime"]),
    // Level 2
    // RE2 through a C header; needs the system package libre2-dev.
    .target(name: "CRegex", linkerSettings: [.linkedLibrary("re2")]),
    room(
      "TableReaders",
      ["Tables", "Diagnostics", "CivilTime", "VietnameseText", "CSIMD", "Digests"]
    ),
    room("Expressions", ["Tables", "Diagnostics", "CivilTime", "VietnameseText", "CRegex"]),
    room("Rules", ["YAMLTree", "Diagnostics", "CivilTime", "VietnameseText", "Digests"]),
    room("MailTransport", ["CCurl", "CSpawn", "Digests", "Diagnostics"]),
    // Level 3
    room("Findings", ["Rules", "Diagnostics", "CivilTime", "Digests"]),
    // Level 4
    room(
      "Checks",
      ["Rules", "Expressions", "Tables", "Findings", "Diagnostics", "CivilTime", "YAMLTree"]
    ),
    room("Scores", ["Findings", "Rules", "CivilTime"]),
    // Level 5
    room(
      "Reports",
      [
        "Scores", "Findings", "Rules", "Diagnostics", "CivilTime", "VietnameseText", "Digests",
        "CXlsxWriter", "CZlib", mustache,
      ]
    ),
    room("History", ["Scores", "Findings", "Rules", "Diagnostics", "CivilTime", "Digests", grdb]),
    room(
      "Engine",
      [
        "Checks", "Rules", "Tables", "TableReaders", "Findings", "Diagnostics", "CivilTime",
        "VietnameseText", "Digests", "YAMLTree",
      ]
    ),
    // Level 6
    room(
      "RuleTesting",
      [
        "Engine", "Checks", "Reports", "Findings", "Rules", "Expressions", "YAMLTree",
        "Diagnostics", "CivilTime", "VietnameseText",
      ]
    ),
    room(
      "Explaining",
      [
        "Engine", "Checks", "Reports", "Findings", "Rules", "TableReaders", "Expressions",
        "Diagnostics", "CivilTime", "VietnameseText",
      ]
    ),
    room(
      "Coverage",
      ["Reports", "Findings", "Rules", "Diagnostics", "CivilTime", "VietnameseText"]
    ),
    room("Scheduling", ["Engine", "Reports", "Findings", "Rules", "Diagnostics", "CivilTime"]),
    room(
      "HistoryPages",
      ["History", "Reports", "Findings", "Rules", "Diagnostics", "CivilTime", "VietnameseText"]
    ),
    room(
      "Mail",
      [
        "History", "Reports", "Scores", "Findings", "Rules", "Diagnostics", "CivilTime",
        "VietnameseText", "Digests",
      ]
    ),
    room(
      "Linting",
      [
        "Checks", "Reports", "Findings", "Rules", "YAMLTree", "Diagnostics", "CivilTime",
        "VietnameseText",
      ]
    ),
    // Level 7
    room(
      "CheckCLI",
      [
        "Scheduling",
        "Coverage",
        "Explaining",
        "Linting",
        "RuleTesting",
        "Engine",
        "Checks",
        "HistoryPages",
        "Mail",
        "MailTransport",
        "History",
        "Reports",
        "Scores",
        "Findings",
        "Rules",
        "Expressions",
        "TableReaders",
        "Tables",
        "YAMLTree",
        "Diagnostics",
        "CivilTime",
        "VietnameseText",
        argumentParser,
      ],
      exclude: ["Documentation"]
    ),
    // Level 8: executables.
    .executableTarget(name: "check", dependencies: ["CheckCLI"], swiftSettings: settings),
    room("SampleData", ["CivilTime"]),
    .executableTarget(name: "make-samples", dependencies: ["SampleData"], swiftSettings: settings),
    room("BenchData", []),
    .executableTarget(
      name: "check-bench",
      dependencies: ["BenchData", "CheckCLI"],
      swiftSettings: settings
    ),
    // Tests; what several of them need stands in TestSupport.
    support("TestSupport"),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("CivilTimeTests", ["TestSupport", "CivilTime"]),
    tests("DigestsTests", ["Digests"]),
    tests("VietnameseTextTests", ["VietnameseText"]),
    tests("YAMLTreeTests", ["YAMLTree", "Diagnostics"]),
    tests(
      "TableReadersTests",
      [
        "TestSupport", "TableReaders", "Tables", "CivilTime", "VietnameseText", "Diagnostics",
        "CSIMD",
      ]
    ),
    tests(
      "ExpressionsTests",
      ["TestSupport", "Expressions", "Tables", "CivilTime", "Diagnostics", "VietnameseText"]
    ),
    tests("RulesTests", ["Rules", "YAMLTree", "Diagnostics", "CivilTime"], exclude: ["Golden"]),
    tests(
      "MailTransportTests",
      ["TestSupport", "MailTransport", "Diagnostics"],
      exclude: ["Fixtures"]
    ),
    tests("ChecksTests", ["Checks", "Findings", "CivilTime"]),
    tests(
      "EngineTests",
      [
        "TestSupport", "Engine", "Checks", "Reports", "Rules", "Findings", "CivilTime",
        "Diagnostics",
      ]
    ),
    tests("ScoresTests", ["Scores", "Findings", "Rules", "CivilTime", "Diagnostics"]),
    tests(
      "HistoryTests",
      [
        "TestSupport",
        "History", "HistoryPages", "Scores", "Findings", "Rules", "CivilTime", "Diagnostics", grdb,
      ]
    ),
    tests(
      "MailTests",
      [
        "TestSupport", "Mail", "History", "Reports", "Scores", "Findings", "Rules", "Diagnostics",
        "CivilTime",
      ],
      exclude: ["Fixtures"]
    ),
    tests("CoverageTests", ["Coverage", "Rules", "Diagnostics"]),
    tests(
      "SchedulingTests",
      ["Scheduling", "Engine", "Findings", "Rules", "Diagnostics", "CivilTime"]
    ),
    tests(
      "ExplainingTests",
      [
        "Explaining", "Engine", "Checks", "Findings", "Rules", "TableReaders", "Diagnostics",
        "CivilTime",
      ]
    ),
    tests(
      "LintingTests",
      ["Linting", "Rules", "YAMLTree", "Diagnostics", "CivilTime", "Findings"],
      exclude: ["Golden"]
    ),
    tests(
      "RuleTestingTests",
      ["RuleTesting", "Rules", "Findings", "Engine", "Diagnostics", "CivilTime", "check"]
    ),
    tests(
      "ReportsTests",
      [
        "TestSupport", "Reports", "Scores", "Findings", "Rules", "CivilTime", "Diagnostics",
        "VietnameseText",
      ],
      exclude: ["Golden", "Fixtures"]
    ),
    tests(
      "BenchDataTests",
      ["BenchData", "Engine", "Reports", "Rules", "Findings", "CivilTime", "Diagnostics"]
    ),
    tests(
      "CheckCLITests",
      [
        "TestSupport",
        "CheckCLI", "check", "Checks", "Expressions", "RuleTesting", "Reports", "Rules", "Engine",
        "Diagnostics", grdb,
      ]
    ),
    tests(
      "SamplesTests",
      [
        "TestSupport",
        "SampleData", "CivilTime", "VietnameseText", "Engine", "Mail", "Reports", "Findings",
        "Rules", "Diagnostics",
      ]
    ),
  ],
  cxxLanguageStandard: .cxx17
)
