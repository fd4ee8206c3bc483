/// A zip archive that can be read in one way only (PKWARE's APPNOTE.TXT, in the form that Go's
/// `archive/zip` writes).
///
///     member    member    …   member    directory   end
///     |header|data|sizes|     …         |entry|entry|
///
/// Readers of zip differ in where they look: some go by the headers of the members, some by the
/// directory, some take the first of two members with one name and some the last, and all let bytes
/// stand where nobody looks. So what one shows need not be what another applies. Here everything must
/// be said twice in the same way: the members fill the file from its first byte to the directory, the
/// directory from there to the end record, and that the rest; each member is where the directory has
/// it, with the same name and method; and no name is there twice.
struct ZipArchive {
    private let bytes: [UInt8]
    private var members: [ByteString: Member] = [:]

    private struct Member {
        let method: UInt16
        let checksum: UInt32
        let data: Range<Int>
        let size: Int
    }

    private static let endSignature: UInt32 = 0x0605_4b50
    private static let entrySignature: UInt32 = 0x0201_4b50
    private static let headerSignature: UInt32 = 0x0403_4b50
    private static let sizesSignature: UInt32 = 0x0807_4b50
    private static let endLength = 22
    private static let entryLength = 46
    private static let headerLength = 30
    private static let sizesLength = 16

    /// General purpose bit 3: checksum and sizes stand behind the data and not in the header.
    private static let sizesFollow: UInt16 = 1 << 3
    /// General purpose bit 11: the name is UTF-8.
    private static let isUTF8: UInt16 = 1 << 11

    init(bytes: [UInt8]) throws(SavedPlanError) {
        self.bytes = bytes
        guard bytes.count >= Self.endLength else { throw SavedPlanError(.notAnArchive) }
        let end = bytes.count - Self.endLength
        guard word(at: end) == Self.endSignature else {
            throw SavedPlanError(
                word(at: 0) == Self.headerSignature ? .strayData : .notAnArchive)
        }
        // One disk, no comment; larger numbers would stand in another record.
        let count = Int(half(at: end + 10))
        let size = Int(word(at: end + 12))
        let directory = Int(word(at: end + 16))
        guard half(at: end + 4) == 0, half(at: end + 6) == 0, Int(half(at: end + 8)) == count,
            half(at: end + 20) == 0, count < 0xffff
        else { throw SavedPlanError(.unsupportedArchive) }
        guard directory + size == end else { throw SavedPlanError(.strayData) }

        var entry = directory
        var header = 0
        for _ in 0..<count {
            guard entry + Self.entryLength <= end, word(at: entry) == Self.entrySignature else {
                throw SavedPlanError(.directoryDamaged)
            }
            header = try readMember(entry: &entry, header: header, directory: directory, end: end)
        }
        guard entry == end, header == directory else { throw SavedPlanError(.strayData) }
    }

    /// Reads an entry of the directory with the member that it describes.
    ///
    /// `header` is where the member must begin; the result is where the next one must.
    private mutating func readMember(
        entry: inout Int, header: Int, directory: Int, end: Int
    ) throws(SavedPlanError) -> Int {
        let flags = half(at: entry + 8)
        let method = half(at: entry + 10)
        let checksum = word(at: entry + 16)
        let packedSize = Int(word(at: entry + 20))
        let size = Int(word(at: entry + 24))
        let nameLength = Int(half(at: entry + 28))
        let extraLength = Int(half(at: entry + 30))
        let next = entry + Self.entryLength + nameLength + extraLength
        guard next <= end else { throw SavedPlanError(.directoryDamaged) }
        let nameStart = entry + Self.entryLength
        let name = ByteString(bytes: Array(bytes[nameStart..<nameStart + nameLength]))
        let isSupported =
            flags & ~(Self.sizesFollow | Self.isUTF8) == 0 && (method == 0 || method == 8)
            && half(at: entry + 32) == 0 && half(at: entry + 34) == 0
            && packedSize < 0xffff_ffff && size < 0xffff_ffff
        guard isSupported else {
            throw SavedPlanError(.unsupportedArchive, in: name.description)
        }
        guard Int(word(at: entry + 42)) == header else { throw SavedPlanError(.strayData) }

        let headerNameEnd = header + Self.headerLength + nameLength
        guard headerNameEnd <= directory, word(at: header) == Self.headerSignature,
            half(at: header + 6) == flags, half(at: header + 8) == method,
            Int(half(at: header + 26)) == nameLength,
            Array(bytes[header + Self.headerLength..<headerNameEnd]) == name.bytes
        else { throw SavedPlanError(.directoryDamaged) }
        let start = headerNameEnd + Int(half(at: header + 28))
        var behind = start + packedSize
        guard behind <= directory else { throw SavedPlanError(.directoryDamaged) }
        if flags & Self.sizesFollow != 0 {
            guard behind + Self.sizesLength <= directory, areSizes(0, 0, 0, at: header + 14),
                word(at: behind) == Self.sizesSignature,
                areSizes(checksum, packedSize, size, at: behind + 4)
            else { throw SavedPlanError(.wrongSize, in: name.description) }
            behind += Self.sizesLength
        } else if !areSizes(checksum, packedSize, size, at: header + 14) {
            throw SavedPlanError(.wrongSize, in: name.description)
        }
        let member = Member(
            method: method, checksum: checksum, data: start..<start + packedSize, size: size)
        guard members.updateValue(member, forKey: name) == nil else {
            throw SavedPlanError(.memberTwice(name))
        }
        entry = next
        return behind
    }

    /// The names of all members, ordered by their bytes.
    var names: [ByteString] { members.keys.sorted() }

    /// The contents of a member.
    func contents(of name: String, limit: Int) throws(SavedPlanError) -> [UInt8] {
        try contents(of: ByteString(name), limit: limit)
    }

    /// The contents of a member.
    func contents(of key: ByteString, limit: Int) throws(SavedPlanError) -> [UInt8] {
        let name = key.description
        guard let member = members[key] else {
            throw SavedPlanError(.missingMember, in: name)
        }
        guard member.size <= limit else { throw SavedPlanError(.tooLarge(limit: limit), in: name) }
        let contents: [UInt8]
        if member.method == 0 {
            contents = Array(bytes[member.data])
        } else {
            var inflate = Inflate(bytes, member.data, expectedCount: member.size)
            do throws(Inflate.Failure) {
                contents = try inflate.run()
            } catch {
                switch error {
                case .malformed: throw SavedPlanError(.memberDamaged, in: name)
                case .wrongSize: throw SavedPlanError(.wrongSize, in: name)
                }
            }
        }
        guard contents.count == member.size else { throw SavedPlanError(.wrongSize, in: name) }
        guard crc32(contents) == member.checksum else {
            throw SavedPlanError(.wrongChecksum, in: name)
        }
        return contents
    }

    private func areSizes(_ checksum: UInt32, _ packed: Int, _ size: Int, at index: Int) -> Bool {
        word(at: index) == checksum && Int(word(at: index + 4)) == packed
            && Int(word(at: index + 8)) == size
    }

    private func half(at index: Int) -> UInt16 {
        UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
    }

    private func word(at index: Int) -> UInt32 {
        UInt32(half(at: index)) | UInt32(half(at: index + 2)) << 16
    }
}
