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
/// A type that such a cut does not find has no severity, and is never safe. A test sees to it that
/// the cuts and the reading of the whole file agree.
struct CatalogText {
    private let file: SourceFile
    /// The blocks about types, in the order of the file.
    private let cuts: [Cut]
    /// The blocks about the provider itself.
    private let providerBlocks: [Range<Int>]

    private struct Cut {
        let header: Header
        let type: Range<Int>
        var block: Range<Int>
    }

    private enum Header {
        case resource
        case provider
    }

    init(_ file: SourceFile) {
        self.file = file
        let text = file.bytes
        var cuts: [Cut] = []
        Self.forEachHeader(of: text.span) { header, start in
            if let last = cuts.indices.last {
                cuts[last].block = cuts[last].block.lowerBound..<start
            }
            let name = start + Self.headerLength
            var end = name
            while end < text.count, text[end] != UInt8(ascii: "\"") { end += 1 }
            cuts.append(Cut(header: header, type: name..<end, block: start..<text.count))
        }
        providerBlocks = cuts.filter { $0.header == .provider }.map(\.block)
        cuts.removeAll { $0.header == .provider }
        self.cuts = cuts
    }

    /// In alphabetical order.
    var types: [ByteString] {
        cuts.map { ByteString(bytes: Array(file.bytes[$0.type])) }.sorted()
    }

    /// What the catalog says of a type, and what is wrong with how it says it.
    func block(for type: ByteString) -> (block: ResourceBlock?, diagnostics: [Diagnostic]) {
        guard let text = text(of: type) else { return (nil, []) }
        var reader = PolicyReader()
        let blocks = reader.readCatalog(SourceFile(name: file.name, bytes: text))
        return (blocks[type], reader.diagnostics)
    }

    /// What the catalog says of the provider itself.
    func settings() -> (settings: [ProviderSetting], diagnostics: [Diagnostic]) {
        var reader = PolicyReader()
        for block in providerBlocks {
            _ = reader.readCatalog(SourceFile(name: file.name, bytes: Array(file.bytes[block])))
        }
        return (reader.providerSettings, reader.diagnostics)
    }

    /// The block of a type, as it stands in the file.
    ///
    /// Looked for from the front: a plan has a few types, and to put the cuts in an order first would
    /// take longer than to look at the length of each.
    func text(of type: ByteString) -> [UInt8]? {
        let (name, text) = (type.bytes, file.bytes)
        for cut in cuts where cut.type.count == name.count {
            if Self.isEqual(name.span, text.span, at: cut.type.lowerBound) {
                return Array(text[cut.block])
            }
        }
        return nil
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

    // MARK: Headers

    private static let resource = Array("resource \"".utf8)
    private static let provider = Array("provider \"".utf8)
    /// Of either.
    private static let headerLength = 10

    /// Finds every line that begins with `resource "` or `provider "`.
    ///
    /// A catalog is up to a third of a megabyte and read for one plan, so few of its bytes are looked
    /// at: as in Horspool, "Practical fast searching in strings" (1980), a byte tells how far away the
    /// next header can end at least.
    private static func forEachHeader(
        of text: Span<UInt8>, _ body: (_ header: Header, _ start: Int) -> Void
    ) {
        let (resource, provider) = (Self.resource, Self.provider)
        var steps = [Int](repeating: headerLength, count: 256)
        for place in 0..<headerLength - 1 {
            let step = headerLength - 1 - place
            steps[Int(resource[place])] = min(steps[Int(resource[place])], step)
            steps[Int(provider[place])] = min(steps[Int(provider[place])], step)
        }
        var last = headerLength - 1
        while last < text.count {
            let byte = text[last]
            let start = last - (headerLength - 1)
            if byte == UInt8(ascii: "\""), start == 0 || text[start - 1] == UInt8(ascii: "\n") {
                if isEqual(resource.span, text, at: start) {
                    body(.resource, start)
                } else if isEqual(provider.span, text, at: start) {
                    body(.provider, start)
                }
            }
            last += steps[Int(byte)]
        }
    }
}
