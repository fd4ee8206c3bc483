@testable import GuardCore

/// Whatever stands where a record should be: its lines are read or refused, what is found good once is
/// found good in parts, and nothing that is good can be changed by a bit.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRecord(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    var whole = AuditChain(isPart: true)
    whole.check(input, name: "record")
    precondition(whole.fault.map { !$0.description.isEmpty } ?? true)

    var joined = AuditChain(isPart: true)
    var begin = 0
    while begin < count {
        let end = input[begin...].firstIndex(of: 0x0a).map { $0 + 1 } ?? count
        var part = AuditChain(isPart: true)
        part.check(input, begin..<end, name: "record")
        joined.append(part, name: "record", linesBefore: joined.count)
        begin = end
    }
    precondition(joined.fault == whole.fault)

    // The same after the digests have been made right, which no fuzzer finds by itself.
    var lines: [UInt8] = []
    var previous = AuditLine.start
    for (number, members) in input.split(separator: 0x0a).enumerated() {
        let line = AuditLine.sealed(
            number: number + 1, previous: previous, members: Array(members))
        previous = line.digest
        lines += line.text
        guard let read = AuditLine(line.text.dropLast()) else { preconditionFailure("a line") }
        precondition(read.isAsWritten && read.number == number + 1)
        _ = read.value
    }
    var sealed = AuditChain()
    sealed.check(lines, name: "record")
    precondition(sealed.fault == nil)
    if let last = lines.indices.last {
        lines[Int(input.first ?? 0) * last / 255] ^= 1
        var changed = AuditChain()
        changed.check(lines, name: "record")
        precondition(changed.fault != nil)
    }
    var reader = HistoryReader(lineage: "l", place: "p")
    reader.read(lines.last == 0x0a ? lines : lines + [0x0a])
    _ = reader.history
    return 0
}
