@testable import TerraformPlan

/// Whatever the bytes are: they are a value or none, and a value is no larger than they are.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMessagePack(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let value = decodeMessagePack(input) else { return 0 }
    // Each value takes a byte at least.
    precondition(size(of: value) <= count)
    return 0
}

/// How many values it is made of.
private func size(of value: JSONValue) -> Int {
    switch value {
    case .null, .bool, .number, .string: 1
    case .array(let elements): elements.reduce(1) { $0 + size(of: $1) }
    case .object(let members): members.reduce(1) { $0 + 1 + size(of: $1.value) }
    }
}
