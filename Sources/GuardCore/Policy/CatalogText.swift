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
    private var cuts: [ByteString: Range<Int>] = [:]

    init(_ file: SourceFile) {
        self.file = file
        let bytes = file.bytes
        let opening = Array("resource \"".utf8)
        var last: (type: ByteString, start: Int)?
        var line = 0
        while line < bytes.count {
            let next =
                bytes[line...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            if bytes[line..<next].starts(with: opening) {
                if let last { cuts[last.type] = last.start..<line }
                let name = bytes[(line + opening.count)..<next].prefix { $0 != UInt8(ascii: "\"") }
                last = (ByteString(bytes: Array(name)), line)
            }
            line = next
        }
        if let last { cuts[last.type] = last.start..<bytes.count }
    }

    var types: Set<ByteString> { Set(cuts.keys) }

    /// What the catalog says of a type, and what is wrong with how it says it.
    func block(for type: ByteString) -> (block: ResourceBlock?, diagnostics: [Diagnostic]) {
        guard let cut = cuts[type] else { return (nil, []) }
        var reader = PolicyReader()
        let blocks = reader.readCatalog(
            SourceFile(name: file.name, bytes: Array(file.bytes[cut])))
        return (blocks[type], reader.diagnostics)
    }
}
