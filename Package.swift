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
    .target(name: "Model", swiftSettings: settings),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Tabular", dependencies: ["Model", "CZip", "CExpat", "CXLSXWriter"],
      swiftSettings: settings),
    .testTarget(
      name: "TabularTests", dependencies: ["Tabular", "Model", "CZip"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
