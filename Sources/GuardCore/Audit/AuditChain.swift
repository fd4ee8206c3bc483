package import TerraformPlan

/// Checks that the lines of a record follow one another, from the first to the last.
///
/// Its files are handed in one after another, the oldest first. What was found is of the first line
/// that is wrong: behind it everything may be. A large file can be checked in parts, on several
/// processors, which are then joined in their order.
package struct AuditChain: Sendable {
    /// The line that another one has to follow.
    package private(set) var head: (number: Int, digest: ByteString)?
    /// The number of the first line: more than 1 where older files are gone.
    package private(set) var first: Int?
    package private(set) var fault: AuditFault?
    /// How many lines have been found good.
    package private(set) var count = 0
    /// The first line that says it was written before one that it follows, by more than clocks differ.
    package private(set) var setBack: ClockSetBack?
    /// Digests from outside that have to be in the chain, each by its first digits.
    private var anchors: [(digest: ByteString, number: Int?)]
    /// What the first line says it follows.
    private var firstPrevious: ByteString?
    /// The latest time that any line says.
    private var latest: ClockReading?
    /// The first line of all that are dated earliest.
    private var earliest: ClockReading?
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
        check(bytes, 0..<bytes.count, name: name)
    }

    /// Checks a part of a file.
    ///
    /// - Parameters:
    ///   - bytes: all of the file.
    ///   - range: the part, which begins with a line and ends with one.
    ///   - name: what a message calls the file.
    package mutating func check(_ bytes: [UInt8], _ range: Range<Int>, name: String) {
        let span = bytes.span.extracting(range)
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
            check(span.extracting(start..<end), name: name, line: lineNumber)
            start = end + 1
        }
    }

    private mutating func check(_ text: Span<UInt8>, name: String, line: Int) {
        guard let header = AuditLine.AuditLineHeader(text) else {
            fault = AuditFault(file: name, line: line, number: nil, .noLine)
            return
        }
        var hash = SHA256()
        hash.update(text.extracting(header.content))
        guard text.extracting(header.digest).isHexadecimal(of: hash.finish()) else {
            fault = AuditFault(file: name, line: line, number: header.number, .changed)
            return
        }
        let previous = text.extracting(header.previous)
        if let head {
            guard header.number == head.number + 1, previous.holds(head.digest.bytes) else {
                fault = AuditFault(
                    file: name, line: line, number: header.number, .notNext(after: head.number))
                return
            }
        } else {
            guard isPart || header.number == 1 && previous.holds(AuditLine.start.bytes) else {
                fault = AuditFault(
                    file: name, line: line, number: header.number, .notNext(after: 0))
                return
            }
            first = header.number
            firstPrevious = ByteString(bytes: previous.bytes)
        }
        let digest = ByteString(bytes: text.extracting(header.digest).bytes)
        for index in anchors.indices where digest.bytes.starts(with: anchors[index].digest.bytes) {
            anchors[index].number = header.number
        }
        if let time = header.time(in: text) {
            note(ClockReading(line: header.number, digits: time))
        }
        head = (header.number, digest)
        count += 1
    }

    /// Goes on with what has been found in the part that follows.
    ///
    /// - Parameters:
    ///   - part: made with the same anchors, for any first line.
    ///   - name: what a message calls the file that it is of.
    ///   - linesBefore: how many lines of that file stand before it.
    package mutating func append(_ part: AuditChain, name: String, linesBefore: Int) {
        guard fault == nil else { return }
        if let first = part.first, let previous = part.firstPrevious {
            let isNext =
                if let head {
                    first == head.number + 1 && previous == head.digest
                } else {
                    isPart || first == 1 && previous == AuditLine.start
                }
            guard isNext else {
                fault = AuditFault(
                    file: name, line: linesBefore + 1, number: first,
                    .notNext(after: head?.number ?? 0))
                return
            }
            if self.first == nil { (self.first, firstPrevious) = (first, previous) }
        }
        for index in anchors.indices {
            anchors[index].number = part.anchors[index].number ?? anchors[index].number
        }
        // A line of the part may be dated before all that stands before the part.
        if let earliest = part.earliest { note(earliest) }
        if let latest = part.latest { note(latest) }
        setBack = setBack ?? part.setBack
        head = part.head ?? head
        count += part.count
        if let found = part.fault {
            fault = AuditFault(
                file: name, line: linesBefore + found.line, number: found.number, found.reason)
        }
    }

    private mutating func note(_ reading: ClockReading) {
        if reading.digits < earliest?.digits ?? .max { earliest = reading }
        guard let latest, reading.digits < latest.digits else {
            latest = reading
            return
        }
        guard setBack == nil, let time = reading.moment, let before = latest.moment,
            time.isBehind(before)
        else { return }
        setBack = ClockSetBack(line: reading.line, time: time, before: before)
    }
}

/// A line that is dated before one that it follows.
package struct ClockSetBack: Equatable, Sendable {
    package let line: Int
    package let time: Moment
    /// What the other one says.
    package let before: Moment
}

/// The time that a line says, as a number that grows with it: 20260131235959.
private struct ClockReading {
    let line: Int
    let digits: UInt64

    var moment: Moment? {
        let text = Array(String(digits))
        guard text.count == 14 else { return nil }
        let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14].map { String(text[$0]) }
        return Moment(
            inRFC3339: "\(parts[0])-\(parts[1])-\(parts[2])T\(parts[3]):\(parts[4]):\(parts[5])Z")
    }
}

extension Moment {
    /// Whether it lies before another by more than the clocks of several machines differ, and than
    /// lines wait for each other.
    package func isBehind(_ other: Moment) -> Bool {
        secondsSinceEpoch + 300 < other.secondsSinceEpoch
    }
}

extension Span<UInt8> {
    fileprivate var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for index in 0..<count { bytes.append(self[index]) }
        return bytes
    }

    fileprivate func holds(_ bytes: [UInt8]) -> Bool {
        guard count == bytes.count else { return false }
        for index in 0..<count where self[index] != bytes[index] { return false }
        return true
    }

    /// Whether these digits are those of some bytes.
    fileprivate func isHexadecimal(of bytes: [UInt8]) -> Bool {
        guard count == bytes.count * 2 else { return false }
        for (index, byte) in bytes.enumerated()
        where self[index * 2] != digit(byte >> 4) || self[index * 2 + 1] != digit(byte & 15) {
            return false
        }
        return true
    }

    private func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
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
