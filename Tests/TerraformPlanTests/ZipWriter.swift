@testable import TerraformPlan

/// Writes archives as Go does, or with one thing wrong.
struct ZipWriter {
    struct Member {
        var name: String
        var contents: [UInt8]
        var method: UInt16 = 0
        /// What is stored, where it is not the contents themselves.
        var packed: [UInt8]?
        var flags: UInt16 = 8
        var headerName: String?
        var checksum: UInt32?
        var size: Int?
        var packedSize: Int?
        /// The sizes behind the data, where they are to differ from the directory's.
        var trailingSize: Int?
        var headerSize = 0
        var extra: [UInt8] = [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]
        var junkBehind: [UInt8] = []
    }

    var members: [Member]
    var before: [UInt8] = []
    var beforeDirectory: [UInt8] = []
    var beforeEnd: [UInt8] = []
    var after: [UInt8] = []
    var comment: [UInt8] = []
    var entryCount: Int?
    /// Added to all offsets, as tools do that put something before an archive.
    var shift = 0

    func bytes() -> [UInt8] {
        var file = before
        var directory: [UInt8] = []
        for member in members {
            let data = member.packed ?? member.contents
            let checksum = member.checksum ?? crc32(member.contents)
            let size = member.size ?? member.contents.count
            let packedSize = member.packedSize ?? data.count
            let offset = file.count + shift
            let name = Array(member.name.utf8)
            let headerName = Array((member.headerName ?? member.name).utf8)
            let common =
                half(20) + half(Int(member.flags)) + half(Int(member.method)) + word(0)
            let follows = member.flags & 8 != 0
            file += word(0x0403_4b50) + common
            file +=
                follows
                ? word(0) + word(0) + word(member.headerSize)
                : word(Int(checksum)) + word(packedSize) + word(size)
            file += half(headerName.count) + half(member.extra.count) + headerName + member.extra
            file += data
            if follows {
                file += word(0x0807_4b50) + word(Int(checksum)) + word(packedSize)
                file += word(member.trailingSize ?? size)
            }
            file += member.junkBehind
            directory += word(0x0201_4b50) + half(20) + common + word(Int(checksum))
            directory += word(packedSize) + word(size) + half(name.count) + half(member.extra.count)
            directory += half(0) + half(0) + half(0) + word(0) + word(offset) + name + member.extra
        }
        file += beforeDirectory
        let start = file.count + shift
        let count = half(entryCount ?? members.count)
        file += directory + beforeEnd
        file += word(0x0605_4b50) + half(0) + half(0) + count + count
        file += word(directory.count) + word(start) + half(comment.count) + comment
        return file + after
    }

    private func half(_ number: Int) -> [UInt8] {
        [UInt8(number & 0xff), UInt8(number >> 8 & 0xff)]
    }

    private func word(_ number: Int) -> [UInt8] { half(number & 0xffff) + half(number >> 16) }
}

/// The smallest saved plan: a message of fields, and two states.
func savedPlan(
    _ fields: [UInt8] = Protobuf.plan(), state: String = emptyState, previous: String = emptyState
) -> ZipWriter {
    ZipWriter(members: [
        ZipWriter.Member(name: "tfplan", contents: fields),
        ZipWriter.Member(name: "tfstate", contents: Array(state.utf8)),
        ZipWriter.Member(name: "tfstate-prev", contents: Array(previous.utf8)),
        ZipWriter.Member(name: ".terraform.lock.hcl", contents: []),
    ])
}

let emptyState = #"{"version":4,"serial":0,"lineage":"","resources":[]}"#

/// Writes messages of Protocol Buffers.
enum Protobuf {
    static func number(_ field: UInt64, _ value: UInt64) -> [UInt8] {
        varint(field << 3) + varint(value)
    }

    static func bytes(_ field: UInt64, _ value: [UInt8]) -> [UInt8] {
        varint(field << 3 | 2) + varint(UInt64(value.count)) + value
    }

    static func text(_ field: UInt64, _ value: String) -> [UInt8] {
        bytes(field, Array(value.utf8))
    }

    static func varint(_ value: UInt64) -> [UInt8] {
        value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7f) | 0x80] + varint(value >> 7)
    }

    static func change(_ address: String, _ action: UInt64, deposed: String = "") -> [UInt8] {
        bytes(
            3,
            (deposed.isEmpty ? [] : text(7, deposed)) + text(8, "provider")
                + bytes(9, action == 0 ? [] : number(1, action)) + text(13, address))
    }

    static func plan(_ fields: [UInt8] = []) -> [UInt8] {
        number(1, 3) + text(14, "1.11.4") + bytes(13, text(1, "s3") + text(3, "prod")) + fields
    }
}
