import CExpat

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The memory that one XML parser may hold.
///
/// A parser keeps the longest tag, every open element and each distinct name it ever met; a hostile
/// part can make any of them grow with the file. An honest part needs well under one mebibyte.
final class XMLMemory {
  private static let limit = 1 << 24
  /// Room before each block for its size, kept aligned.
  private static let header = 16
  /// Where a thread finds the memory that it uses now: the parser's functions are told nothing else.
  private static let current: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  private var used = 0

  /// The functions that a parser takes its memory with.
  static var suite: XML_Memory_Handling_Suite {
    XML_Memory_Handling_Suite(
      malloc_fcn: { XMLMemory.resize(nil, to: $0) },
      realloc_fcn: { XMLMemory.resize($0, to: $1) },
      free_fcn: { XMLMemory.release($0) })
  }

  /// Lets the parser work; every call that may take or free memory must be made in here.
  func lend<Result>(_ body: () -> Result) -> Result {
    let outer = pthread_getspecific(Self.current)
    pthread_setspecific(Self.current, Unmanaged.passUnretained(self).toOpaque())
    defer { pthread_setspecific(Self.current, outer) }
    return body()
  }

  private static var lent: XMLMemory? {
    pthread_getspecific(current).map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
  }

  private static func resize(
    _ pointer: UnsafeMutableRawPointer?, to size: Int
  ) -> UnsafeMutableRawPointer? {
    let block = pointer.map { $0 - header }
    let growth = size - (block?.load(as: Int.self) ?? 0)
    guard let memory = lent, memory.used + growth <= limit,
      let moved = realloc(block, size + header)
    else { return nil }
    memory.used += growth
    moved.storeBytes(of: size, as: Int.self)
    return moved + header
  }

  private static func release(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer else { return }
    let block = pointer - header
    lent?.used -= block.load(as: Int.self)
    free(block)
  }
}
