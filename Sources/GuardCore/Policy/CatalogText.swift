import Diagnostics
import TerraformPlan

/// A built-in catalog as text, of which only the blocks of the types that are asked for are read.
///
/// A catalog describes hundreds of types, and a plan has a few of them. So the text is cut where a
/// line begins with `resource "`, and what is between two such lines is a file of one block:
///
/// ```
///     # Databases                               (belongs to nothing)
///     resource "aws_db_instance" {        ⎫
///       category = "data"                 ⎬     read when aws_db_instance is asked for
///     }                                   ⎭
///     resource "aws_dynamodb_table" {     …
/// ```
///
/// The first few types are looked for by their whole header, which most of the text is stepped over
/// for; a plan of many has all cuts made once.
///
/// A type that such a cut does not find has no severity, and is never safe. A test sees to it that
/// the cuts and the reading of the whole file agree.
struct CatalogText {
    private let text: StandingText
    /// The blocks about types, in the order of the file; nil until they are worth finding.
    private var cuts: [Cut]?
    private var searchCount = 0

    /// To find all cuts takes as long as so many searches.
    private static let mostSearches = 6

    private struct Cut {
        let type: Range<Int>
        let block: Range<Int>
    }

    init(_ text: StandingText) {
        self.text = text
    }

    init(_ file: SourceFile) {
        self.init(StandingText(file))
    }

    /// In alphabetical order.
    var types: [ByteString] {
        text.read { text in
            Self.cuts(of: text).map { cut in
                ByteString(bytes: cut.type.map { text[$0] })
            }
        }.sorted()
    }

    /// What the catalog says of a type, and what is wrong with how it says it.
    mutating func block(
        for type: ByteString
    ) -> (block: ResourceBlock?, diagnostics: [Diagnostic]) {
        guard let place = place(of: type) else { return (nil, []) }
        var reader = PolicyReader()
        reader.readCatalog(text.part { _ in place })
        return (reader.policy.resources[type].first?.block, reader.diagnostics)
    }

    /// What the catalog says of the provider itself, in blocks that stand before all others.
    func settings() -> (settings: [ProviderSetting], diagnostics: [Diagnostic]) {
        let end = text.read { Self.header(.resource, in: $0, from: 0) ?? $0.count }
        let head = text.part { _ in 0..<end }
        let isEmpty = StandingText(head).read { Self.header(.provider, in: $0, from: 0) == nil }
        guard !isEmpty else { return ([], []) }
        var reader = PolicyReader()
        reader.readCatalog(head)
        return (reader.providerSettings, reader.diagnostics)
    }

    /// Where the block of a type stands.
    private mutating func place(of type: ByteString) -> Range<Int>? {
        let name = type.bytes
        if cuts == nil {
            guard searchCount == Self.mostSearches else {
                searchCount += 1
                return text.read { Self.place(of: name, in: $0) }
            }
            cuts = text.read(Self.cuts)
        }
        let cuts = cuts ?? []
        return text.read { text in
            // To put the cuts in an order first would take longer than to look at each one's length.
            for cut in cuts where cut.type.count == name.count {
                if Self.isEqual(name.span, text, at: cut.type.lowerBound) { return cut.block }
            }
            return nil
        }
    }

    // MARK: Headers

    private enum Header: String {
        case resource = "resource \""
        case provider = "provider \""
    }

    private static func place(of type: [UInt8], in text: Span<UInt8>) -> Range<Int>? {
        let search = LineSearch(Array(Header.resource.rawValue.utf8) + type + [UInt8(ascii: "\"")])
        guard let start = search.firstLine(of: text, from: 0) else { return nil }
        return start..<(header(.resource, in: text, from: start + 1) ?? text.count)
    }

    private static func header(
        _ header: Header, in text: Span<UInt8>, from start: Int
    ) -> Int? {
        LineSearch(Array(header.rawValue.utf8)).firstLine(of: text, from: start)
    }

    private static func cuts(of text: Span<UInt8>) -> [Cut] {
        let header = Array(Header.resource.rawValue.utf8)
        let search = LineSearch(header)
        var cuts: [Cut] = []
        var next = search.firstLine(of: text, from: 0)
        while let start = next {
            next = search.firstLine(of: text, from: start + header.count)
            let name = start + header.count
            var end = name
            while end < text.count, text[end] != UInt8(ascii: "\"") { end += 1 }
            cuts.append(Cut(type: name..<end, block: start..<(next ?? text.count)))
        }
        return cuts
    }

    private static func isEqual(
        _ name: Span<UInt8>, _ text: Span<UInt8>, at start: Int
    ) -> Bool {
        // From the back: the types of a provider begin alike.
        for index in name.indices.reversed() where text[start + index] != name[index] {
            return false
        }
        return true
    }
}

/// Finds the lines that begin with certain bytes.
///
/// A catalog is up to a third of a megabyte and read for one plan, so few of its bytes are looked at:
/// as in Horspool, "Practical fast searching in strings" (1980), a byte tells how far away the end of
/// what is looked for is at least.
private struct LineSearch {
    private let beginning: [UInt8]
    private let steps: [Int]

    init(_ beginning: [UInt8]) {
        precondition(!beginning.isEmpty, "every line begins with nothing")
        self.beginning = beginning
        var steps = [Int](repeating: beginning.count, count: 256)
        for (place, byte) in beginning.dropLast().enumerated() {
            steps[Int(byte)] = beginning.count - 1 - place
        }
        self.steps = steps
    }

    /// Where the first such line begins at or after `start`.
    func firstLine(of text: Span<UInt8>, from start: Int) -> Int? {
        let (beginning, steps) = (beginning.span, steps.span)
        let last = beginning[beginning.count - 1]
        var end = start + beginning.count - 1
        while end < text.count {
            let byte = text[end]
            if byte == last {
                let line = end - (beginning.count - 1)
                if line == 0 || text[line - 1] == UInt8(ascii: "\n") {
                    var index = 0
                    while index < beginning.count, text[line + index] == beginning[index] {
                        index += 1
                    }
                    if index == beginning.count { return line }
                }
            }
            end += steps[Int(byte)]
        }
        return nil
    }
}
