// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with: no warning survives, and imports say what they leak.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Rows cross the rooms as bytes; without this every cell would cost a call between modules.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  // Tests run with the checks of exclusive access; a release looks at millions of cells without them.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// Swift's runtime within the program: loading its shared libraries takes longer than many commands.
///
/// Foundation's own parts must be named, because packages are compiled for the shared libraries.
let staticRuntime = LinkerSetting.unsafeFlags(
  [
    "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
    "-l_FoundationCollections", "-lswiftSynchronization",
  ], .when(platforms: [.linux], configuration: .release))

let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "xieguan",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "xieguan", targets: ["xieguan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CRename"),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Model"),
    .target(name: "Cryptography", dependencies: ["CCrypto"]),
    .target(
      name: "Policy", dependencies: ["Model", .product(name: "Yams", package: "Yams")],
      exclude: ["RULES.md"],
      resources: [.embedInCode("Packs/beijing-2023.yaml")]),
    .target(
      name: "Tabular",
      dependencies: [
        "CLibCSV", "CZip", "CExpat", "CXLSXWriter", "CRename", "Model", "Cryptography",
      ]),
    .target(name: "Intake", dependencies: ["Model", "Tabular"], exclude: ["FINDINGS.md"]),
    .target(
      name: "Register",
      dependencies: [
        "Model", .product(name: "GRDB", package: "GRDB.swift"), sqlite, "Cryptography",
      ], exclude: ["TRUST.md"]),
    .target(name: "Scoring", dependencies: ["Model", "Policy", "Cryptography"]),
    .target(
      name: "Staffing",
      dependencies: ["Model", "Policy", .product(name: "HeapModule", package: "swift-collections")]),
    .target(
      name: "Placement",
      dependencies: ["Model", .product(name: "HeapModule", package: "swift-collections")]),
    .target(name: "Oversight", dependencies: ["Model"]),
    .target(
      name: "Reporting",
      dependencies: [
        "Model", "Policy", "Tabular", "Scoring", "Staffing", "Placement", "Oversight",
      ],
      exclude: ["Answers/JSON.md"]),
    .target(
      name: "Consultation", dependencies: ["Model", "Tabular", "CZip", "Cryptography"],
      resources: [
        .embedInCode("Letter/Templates/request-ranking.txt"),
        .embedInCode("Letter/Templates/request-plan.txt"),
        .embedInCode("Letter/Templates/reply.txt"), .embedInCode("Letter/Templates/report.txt"),
        .embedInCode("Letter/Templates/readme.txt"),
        .embedInCode("Letter/Templates/finding-feedback.txt"),
        .embedInCode("Letter/Templates/replacement-proposal.txt"),
      ]),
    .target(
      name: "Planner",
      dependencies: [
        "Model", "Policy", "Tabular", "Intake", "Register", "Scoring", "Staffing", "Reporting",
        "Consultation", "Cryptography", "Placement", "Oversight",
      ], exclude: ["BULK.md"]),
    .executableTarget(
      name: "xieguan",
      dependencies: [
        "Model", "Policy", "Register", "Staffing", "Reporting", "Planner",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], linkerSettings: [staticRuntime]),
    .testTarget(name: "ModelTests", dependencies: ["Model"]),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"]),
    .testTarget(name: "PolicyTests", dependencies: ["Model", "Policy", sqlite]),
    .testTarget(
      name: "TabularTests", dependencies: ["CLibCSV", "CZip", "Model", "Tabular"],
      exclude: ["Fixtures"]),
    .testTarget(name: "IntakeTests", dependencies: ["Intake", "Model", "Tabular"]),
    .testTarget(
      name: "RegisterTests",
      dependencies: ["Model", "Register", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "ScoringTests", dependencies: ["Model", "Policy", "Scoring"]),
    .testTarget(name: "StaffingTests", dependencies: ["Model", "Policy", "Staffing"]),
    .testTarget(name: "PlacementTests", dependencies: ["Model", "Placement"]),
    .testTarget(name: "OversightTests", dependencies: ["Model", "Oversight"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Model", "Policy", "Scoring", "Staffing", "Reporting", "Tabular"],
      exclude: ["Golden"]),
    .testTarget(
      name: "ConsultationTests", dependencies: ["CZip", "Consultation", "Model", "Tabular"]),
    .testTarget(
      name: "PlannerTests",
      dependencies: [
        "Consultation", "Model", "Policy", "Intake", "Register", "Reporting", "Scoring", "Staffing",
        "Tabular", "Planner", .product(name: "GRDB", package: "GRDB.swift"), sqlite,
      ], exclude: ["Cases"]),
    .testTarget(
      name: "AcceptanceTests",
      dependencies: [
        "Model", "Policy", "Scoring", "Staffing", "Reporting", "Planner", "xieguan",
      ],
      path: "Tests/Acceptance", exclude: ["run.sh", "postgresql_job.sh", "duckdb_job.py"]),
    .testTarget(
      name: "xieguanTests",
      dependencies: ["Model", "xieguan", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)

// Only for Tests/Benchmarks/stages.sh.
if Context.environment["XIEGUAN_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Stages",
      dependencies: ["Intake", "Model", "Planner", "Policy", "Register", "Scoring", "Tabular"],
      path: "Tests/Benchmarks/Stages", linkerSettings: [staticRuntime]))
  package.targets.append(
    .executableTarget(
      name: "MarketBenchmark", dependencies: ["Placement"], path: "Tests/Benchmarks/Market"))
}

// Only for Tests/Fuzz/run: each is a program whose entry is the fuzzer's.
if Context.environment["XIEGUAN_FUZZ"] != nil {
  package.targets += ["FuzzCSV", "FuzzWorkbook"].map { name in
    .executableTarget(
      name: name, dependencies: ["CLibCSV", "CZip", "Intake", "Model", "Tabular"],
      path: "Tests/Fuzz",
      exclude: ["run", "Seeds", "csv.dict", "workbook.dict"], sources: ["\(name).swift"])
  }
}

for target in package.targets where target.type != .system {
  target.swiftSettings = settings
}
