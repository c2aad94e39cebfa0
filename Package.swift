// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with: no warning survives, and imports say what they leak.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "xieguan",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Model", swiftSettings: settings),
    .target(
      name: "Policy",
      dependencies: ["Model", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Packs/beijing-2023.yaml")],
      swiftSettings: settings),
    .target(
      name: "Tabular",
      dependencies: [
        "CLibCSV", "CXLSXWriter", "Model", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(name: "Intake", dependencies: ["Model", "Tabular"], swiftSettings: settings),
    .target(
      name: "Register",
      dependencies: [
        "Model", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "Scoring",
      dependencies: ["Model", "Policy", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(name: "Staffing", dependencies: ["Model"], swiftSettings: settings),
    .target(name: "Reporting", dependencies: ["Model", "Tabular"], swiftSettings: settings),
    .target(
      name: "Planner",
      dependencies: [
        "Model", "Policy", "Tabular", "Intake", "Register", "Scoring", "Staffing", "Reporting",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "xieguan",
      dependencies: [
        "Model", "Policy", "Intake", "Register", "Scoring", "Staffing", "Tabular", "Planner",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: settings),
    .testTarget(name: "PolicyTests", dependencies: ["Policy", "Model"], swiftSettings: settings),
    .testTarget(
      name: "ReportingTests", dependencies: ["Model", "Reporting", "Tabular"],
      swiftSettings: settings),
    .testTarget(
      name: "StaffingTests", dependencies: ["Staffing", "Model"], swiftSettings: settings),
    .testTarget(name: "TabularTests", dependencies: ["Tabular", "Model"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
