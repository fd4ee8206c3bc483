#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The number of the last failed call: errno(3).
var lastErrorNumber: Int32 { errno }
