package import TerraformPlan

/// Checks that the lines of a record follow one another, from the first to the last.
///
/// Its files are handed in one after another, the oldest first. What was found is of the first line
/// that is wrong: behind it everything may be.
package struct AuditChain: Sendable {
    /// The line that another one has to follow.
    package private(set) var head: (number: Int, digest: ByteString)?
    /// The number of the first line: more than 1 where older files are gone.
    package private(set) var first: Int?
    package private(set) var fault: AuditFault?
    /// How many lines have been found good.
    package private(set) var count = 0
    /// Digests from outside that have to be in the chain, each by its first digits.
    private var anchors: [(digest: ByteString, number: Int?)]

    /// Whether the first line may be any: that of one file among several.
    private let isPart: Bool

    /// - Parameters:
    ///   - anchors: heads that were kept elsewhere, or their first digits.
    ///   - isPart: the first line may be any, because older files are not at hand.
    package init(anchors: [ByteString] = [], isPart: Bool = false) {
        self.anchors = anchors.map { ($0, nil) }
        self.isPart = isPart
    }

    /// The number of the last line that an anchor vouches for.
    package var anchored: Int? { anchors.compactMap(\.number).max() }

    /// The anchors that no line has.
    package var missingAnchors: [ByteString] {
        anchors.filter { $0.number == nil }.map(\.digest)
    }

    /// Checks one file.
    ///
    /// - Parameters:
    ///   - bytes: all of it.
    ///   - name: what a message calls it.
    package mutating func check(_ bytes: [UInt8], name: String) {
        let span = bytes.span
        var start = 0
        var lineNumber = 0
        while start < span.count, fault == nil {
            var end = start
            while end < span.count, span[end] != 0x0a { end += 1 }
            lineNumber += 1
            guard end < span.count else {
                fault = AuditFault(
                    file: name, line: lineNumber, number: nil, .cutOff(span.count - start))
                return
            }
            check(bytes[start..<end], in: span, name: name, line: lineNumber)
            start = end + 1
        }
    }

    private mutating func check(
        _ text: ArraySlice<UInt8>, in span: Span<UInt8>, name: String, line: Int
    ) {
        guard let header = AuditLine.AuditLineHeader(text) else {
            fault = AuditFault(file: name, line: line, number: nil, .noLine)
            return
        }
        var hash = SHA256()
        hash.update(span.extracting(header.content))
        guard hexadecimal(hash.finish()).elementsEqual(text[header.digest]) else {
            fault = AuditFault(file: name, line: line, number: header.number, .changed)
            return
        }
        if let head {
            guard header.number == head.number + 1,
                text[header.previous].elementsEqual(head.digest.bytes)
            else {
                fault = AuditFault(
                    file: name, line: line, number: header.number, .notNext(after: head.number))
                return
            }
        } else if !isPart,
            header.number != 1 || !text[header.previous].elementsEqual(AuditLine.start.bytes)
        {
            fault = AuditFault(
                file: name, line: line, number: header.number, .notNext(after: 0))
            return
        }
        let digest = ByteString(bytes: Array(text[header.digest]))
        for index in anchors.indices where digest.bytes.starts(with: anchors[index].digest.bytes) {
            anchors[index].number = header.number
        }
        if first == nil { first = header.number }
        head = (header.number, digest)
        count += 1
    }
}

/// What is wrong with a record, and where it begins to be.
package struct AuditFault: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        /// It is no line of a record.
        case noLine
        /// It is not what its own digest says.
        case changed
        /// It does not follow the line before it.
        case notNext(after: Int)
        /// The file ends in the middle of a line.
        case cutOff(Int)
    }

    package let file: String
    /// In the file, from 1.
    package let line: Int
    /// What the line calls itself.
    package let number: Int?
    package let reason: Reason

    init(file: String, line: Int, number: Int?, _ reason: Reason) {
        self.file = file
        self.line = line
        self.number = number
        self.reason = reason
    }

    /// In a sentence.
    package var description: String {
        switch reason {
        case .noLine:
            "It is no line that tfguard has written."
        case .changed:
            "It has been changed after it was written: its content is not what its digest says."
        case .notNext(let last):
            "It calls itself line \(number ?? 0) and should be line \(last + 1), with the digest of "
                + "line \(last) in it: lines were removed, added or moved here."
        case .cutOff(let count):
            "The file ends in the middle of a line, after \(count) bytes of it."
        }
    }
}
