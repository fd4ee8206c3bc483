import Diagnostics
import GuardCore
import GuardSystem

/// What the record says of approvals: which of some were used, and whether the clock was set back.
///
/// The record is chained and may be kept elsewhere, where the folder of `UsedApprovals` is gone with
/// the next start of the machine; so both have to know nothing of an approval that is given.
struct RecordedApprovals {
    /// Those that a line names.
    let nonces: [String]
    /// When the last line was written, where that is later than now by more than clocks differ.
    let later: Moment?

    /// Reads all of the record.
    ///
    /// - Parameters:
    ///   - place: where it lies.
    ///   - given: the nonces to look for.
    ///   - now: what the clock says.
    /// - Throws: a refusal where it cannot be read.
    init(in place: RecordPlace, among given: [String], now: Moment?) throws(Refusal) {
        do throws(SystemError) {
            let last = try RecordEnd(place).time
            later = last.flatMap { last in now.map { $0.isBehind(last) } ?? true ? last : nil }
            var files = try place.olderFiles()
            if try place.file.factsIfThere(links: .refuse) != nil { files.append(place.file) }
            var left = given
            var found: [String] = []
            for file in files.reversed() where !left.isEmpty {
                var lines = try BackwardLines(file)
                while !left.isEmpty, let bytes = try lines.next() {
                    // A quotation mark inside a text has a backslash before it, so that this is a
                    // member's whole value.
                    let here = left.filter { bytes.firstIndex(of: Array("\"\($0)\"".utf8)) != nil }
                    found += here
                    left.removeAll { here.contains($0) }
                }
            }
            nonces = found
        } catch {
            throw .unrecorded("\(error) Without the record an approval could be used twice.")
        }
    }
}
