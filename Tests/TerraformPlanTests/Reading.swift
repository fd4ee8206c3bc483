@testable import TerraformPlan

/// A document in memory, handed out in pieces as a pipe would.
struct ChunkedSource: ByteSource {
    let bytes: [UInt8]
    let chunkSize: Int
    private var position = 0

    init(_ bytes: [UInt8], chunkSize: Int = .max) {
        self.bytes = bytes
        self.chunkSize = chunkSize
    }

    mutating func read(into buffer: inout MutableSpan<UInt8>) -> Int {
        let count = min(buffer.count, chunkSize, bytes.count - position)
        for index in 0..<count { buffer[index] = bytes[position + index] }
        position += count
        return count
    }
}

/// How a document is handed to the reader.
struct Delivery: CustomStringConvertible {
    var chunkSize = Int.max
    var windowSize = 128 << 10
    var method = SkipMethod.fastest

    var description: String {
        "chunks of \(chunkSize) through a window of \(windowSize), \(method)"
    }
}

func read(_ text: String, _ delivery: Delivery = Delivery()) throws(PlanError) -> Plan {
    try read(Array(text.utf8), delivery)
}

func read(_ bytes: [UInt8], _ delivery: Delivery = Delivery()) throws(PlanError) -> Plan {
    var source = ChunkedSource(bytes, chunkSize: delivery.chunkSize)
    do throws(PlanReadingError<Never>) {
        return try readPlan(from: &source, windowSize: delivery.windowSize, method: delivery.method)
    } catch {
        switch error {
        case .unreadable(let error): throw error
        }
    }
}

/// Why a document is refused, or nil where it is read.
func refusal(_ bytes: [UInt8], _ delivery: Delivery = Delivery()) -> PlanError? {
    do throws(PlanError) {
        _ = try read(bytes, delivery)
        return nil
    } catch {
        return error
    }
}

func refusal(_ text: String, _ delivery: Delivery = Delivery()) -> PlanError? {
    refusal(Array(text.utf8), delivery)
}

/// The smallest plan, with more members before its end.
func plan(with members: String...) -> String {
    let own = [
        #""format_version":"1.2""#, #""planned_values":{}"#, #""configuration":{}"#,
    ]
    return "{" + (own + members).joined(separator: ",") + "}"
}

/// A row of `resource_changes`.
func row(
    _ address: String = "aws_instance.a", actions: String = #"["delete"]"#, change: String = "",
    _ members: String = ""
) -> String {
    #"{"address":"\#(address)","mode":"managed","type":"aws_instance","name":"a","#
        + #""provider_name":"registry.terraform.io/hashicorp/aws"\#(members),"#
        + #""change":{"actions":\#(actions),"before":{"id":"i-1"},"after":null\#(change)}}"#
}

/// Numbers that look random and are the same each time: splitmix64.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
