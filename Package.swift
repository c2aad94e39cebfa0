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
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "Model", swiftSettings: settings),
    .target(name: "Tabular", dependencies: ["CXLSXWriter", "Model"], swiftSettings: settings),
    .target(name: "Reporting", dependencies: ["Model", "Tabular"], swiftSettings: settings),
    .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: settings),
    .testTarget(name: "TabularTests", dependencies: ["Tabular"], swiftSettings: settings),
    .testTarget(
      name: "ReportingTests", dependencies: ["Model", "Reporting", "Tabular"],
      swiftSettings: settings),
    .testTarget(
      name: "AcceptanceTests", dependencies: ["Model", "Reporting"], path: "Tests/Acceptance",
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
