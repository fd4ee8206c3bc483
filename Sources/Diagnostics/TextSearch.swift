// Looking for text as bytes. The standard library's way compares characters, so that a mark which
// combines with the last letter hides a word; and it brings an engine of regular expressions into
// the binary, whose four hundred conformances the runtime looks through at every start.

extension [UInt8] {
    /// Where a part of the bytes begins, from `start` on; nil where it is not there.
    package func firstIndex(of part: [UInt8], from start: Int = 0) -> Int? {
        guard let first = part.first else { return start }
        var place = start
        while place + part.count <= count {
            if self[place] == first, self[place..<place + part.count].elementsEqual(part) {
                return place
            }
            place += 1
        }
        return nil
    }
}

extension String {
    /// Whether the bytes of a text stand in those of this one.
    package func holds(_ text: String) -> Bool {
        Array(utf8).firstIndex(of: Array(text.utf8)) != nil
    }

    /// The text with another in the place of each occurrence of one.
    package func replacing(each text: String, by other: String) -> String {
        let (bytes, part) = (Array(utf8), Array(text.utf8))
        precondition(!part.isEmpty, "nothing stands everywhere")
        var result: [UInt8] = []
        var start = 0
        while let place = bytes.firstIndex(of: part, from: start) {
            result += bytes[start..<place]
            result += other.utf8
            start = place + part.count
        }
        return String(decoding: result + bytes[start...], as: UTF8.self)
    }
}
