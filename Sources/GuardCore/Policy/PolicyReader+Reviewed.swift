import Diagnostics
import HCL

// The reviewed version of a file that is another one now, or gone: whoever runs terraform may have
// changed it himself, so that both count and the strictest wins.
extension PolicyReader {
    /// Remembers what the files hold now, so that what has stayed as it was counts once.
    mutating func rememberBlocks(of sources: [PolicySource]) {
        for source in sources where source.layer == .project && source.reviewedAt == nil {
            for block in parse(source.file).body.blocks {
                currentBlocks.append((source.place, block.text))
            }
        }
    }

    /// Whether a block of a reviewed version adds nothing: it relaxes, or it has stayed as it was.
    ///
    /// What names windows is read again, because the window may have changed.
    func isLeftOut(_ block: Block, of source: PolicySource) -> Bool {
        guard source.reviewedAt != nil else { return false }
        switch block.type.name {
        case "override", "exception", "observe":
            return true
        case "rule", "limit", "command", "state":
            let text = Array(block.text)
            let namesWindows = ["during", "outside"].contains { word in
                text.firstIndex(of: Array(word.utf8)) != nil
            }
            return !namesWindows
                && currentBlocks.contains { current in
                    source.place == current.place && current.text.elementsEqual(text)
                }
        case _:
            return false
        }
    }
}

extension Block {
    /// As it stands in its file.
    fileprivate var text: ArraySlice<UInt8> {
        headerRange.file.bytes[headerRange.start..<max(headerRange.end, body.range.end)]
    }
}
