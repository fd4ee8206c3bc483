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
    /// In the order of their names, so that one is found by halving.
    private let cuts: [Cut]
    /// The blocks about the provider itself.
    private let providerBlocks: [Range<Int>]

    private struct Cut {
        let type: Range<Int>
        var block: Range<Int>
    }

    init(_ file: SourceFile) {
        self.file = file
        let bytes = file.bytes
        var cuts: [Cut] = []
        Self.forEachHeader(of: bytes.span) { start, type in
            if let last = cuts.indices.last {
                cuts[last].block = cuts[last].block.lowerBound..<start
            }
            cuts.append(Cut(type: type, block: start..<bytes.count))
        }
        let isOfType = { (cut: Cut) in bytes[cut.block.lowerBound] == UInt8(ascii: "r") }
        providerBlocks = cuts.filter { !isOfType($0) }.map(\.block)
        cuts.removeAll { !isOfType($0) }
        cuts.sort { Self.precedes(bytes[$0.type], bytes[$1.type]) }
        self.cuts = cuts
    }

    /// In alphabetical order.
    var types: [ByteString] { cuts.map { ByteString(bytes: Array(file.bytes[$0.type])) } }

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
    func text(of type: ByteString) -> [UInt8]? {
        var low = 0
        var high = cuts.count
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(file.bytes[cuts[middle].type], type.bytes[...]) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < cuts.count, file.bytes[cuts[low].type].elementsEqual(type.bytes) else {
            return nil
        }
        return Array(file.bytes[cuts[low].block])
    }

    private static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left.lexicographicallyPrecedes(right)
    }

    /// Finds every line that begins with `resource "` or `provider "`, and the name behind it.
    ///
    /// A catalog is up to a third of a megabyte and read for one plan, so only the first byte of a
    /// line is looked at before the rest of the word.
    private static func forEachHeader(
        of text: Span<UInt8>, _ body: (_ start: Int, _ type: Range<Int>) -> Void
    ) {
        let openings = [Array("resource \"".utf8), Array("provider \"".utf8)]
        var isLineStart = true
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if isLineStart, byte == UInt8(ascii: "r") || byte == UInt8(ascii: "p") {
                for opening in openings where starts(with: opening, at: offset, in: text) {
                    var end = offset + opening.count
                    while end < text.count, text[end] != UInt8(ascii: "\"") { end += 1 }
                    body(offset, offset + opening.count..<end)
                }
            }
            isLineStart = byte == UInt8(ascii: "\n")
            offset += 1
        }
    }

    private static func starts(
        with opening: [UInt8], at offset: Int, in text: Span<UInt8>
    ) -> Bool {
        guard offset + opening.count <= text.count else { return false }
        for index in opening.indices where text[offset + index] != opening[index] { return false }
        return true
    }
}
