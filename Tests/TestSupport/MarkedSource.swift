/// Source text in which `«` and `»` mark the places that a test expects something at.
///
/// The marks are taken out of the text; what they marked is known as byte ranges, in the order of
/// the opening marks. Marks may nest.
package struct MarkedSource {
    package let text: String
    package let ranges: [Range<Int>]

    package init(_ marked: String) {
        var text = ""
        var open: [Int] = []
        var ranges: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«":
                open.append(ranges.count)
                ranges.append(text.utf8.count..<text.utf8.count)
            case "»":
                guard let index = open.popLast() else { continue }
                ranges[index] = ranges[index].lowerBound..<text.utf8.count
            default: text.unicodeScalars.append(scalar)
            }
        }
        self.text = text
        self.ranges = ranges
    }

    package var bytes: [UInt8] { Array(text.utf8) }

    /// The text of a range, for messages.
    package func text(of range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
