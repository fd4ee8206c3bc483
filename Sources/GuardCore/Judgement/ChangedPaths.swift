import TerraformPlan

/// The attributes that a change gives another value, each as a path such as `tags.Name` or
/// `ingress[0].cidr_blocks[1]`.
///
/// What is created or deleted changes all of them; what is unknown afterwards is changed.
struct ChangedPaths {
    /// Nil where there are more than anybody reads: then any attribute may have changed.
    private let paths: PathList?

    private static let limit = 10_000

    init(of change: ResourceChange) {
        paths = ValueComparison.paths(of: change, limit: Self.limit)
    }

    /// Whether a changed attribute, or what holds it, matches any of the patterns.
    func containsMatch(of patterns: [Glob]) -> Bool {
        guard let paths else { return true }
        var match = PrefixMatch(patterns)
        for place in 0..<paths.count where match.holds(for: paths, at: place) { return true }
        return false
    }

    /// Whether the patterns match every changed attribute, and there is one.
    func isCovered(by patterns: [Glob]) -> Bool {
        guard let paths, paths.count > 0 else { return false }
        var match = PrefixMatch(patterns)
        for place in 0..<paths.count where !match.holds(for: paths, at: place) { return false }
        return true
    }

    /// All of them in order; nil where there are more than anybody reads.
    var list: [ByteString]? {
        guard let paths else { return nil }
        return (0..<paths.count).map { ByteString(bytes: Array(paths[$0])) }.sorted()
    }

    /// The path that steps lead along, as an entry of `replace_paths` has them: names and indices.
    static func path(of steps: [JSONValue]) -> [UInt8] {
        steps.reduce(into: []) { path, next in
            switch next {
            case .string(let key): append(key.bytes.span, to: &path)
            case .number(let index): path += Array("[\(index)]".utf8)
            case .null, .bool, .array, .object: path += Array("[?]".utf8)
            }
        }
    }

    /// Adds `.name`, or `["a.b"]` for a key that is no name.
    static func append(_ key: Span<UInt8>, to path: inout [UInt8]) {
        let isName = isName(key)
        if !isName {
            path.append(UInt8(ascii: "["))
            path.append(UInt8(ascii: "\""))
        } else if !path.isEmpty {
            path.append(UInt8(ascii: "."))
        }
        for index in 0..<key.count {
            let byte = key[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                path.append(UInt8(ascii: "\\"))
            }
            path.append(byte)
        }
        if !isName {
            path.append(UInt8(ascii: "\""))
            path.append(UInt8(ascii: "]"))
        }
    }

    private static func isName(_ key: Span<UInt8>) -> Bool {
        for index in 0..<key.count {
            switch key[index] {
            case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""),
                UInt8(ascii: "\\"), ...0x20:
                return false
            case _: break
            }
        }
        return key.count > 0
    }
}

/// Several paths one behind the other in one array: a change may have thousands.
struct PathList {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }
    var byteCount: Int { bytes.count }

    subscript(place: Int) -> ArraySlice<UInt8> {
        bytes[(place > 0 ? ends[place - 1] : 0)..<ends[place]]
    }

    mutating func append(_ path: [UInt8]) {
        bytes += path
        ends.append(bytes.count)
    }
}

/// Whether paths that follow one another match patterns.
///
/// A pattern that matches `tags` matches `tags.Name` too, and one that matches `settings.tier`
/// matches it in the list that a nested block is: each beginning of a path is looked at, as it is and
/// without indices. Neighbours begin alike, and what they share is looked at once:
///
/// ```
///     ingress[0].from_port     ingress   ingress[0]   ingress[0].from_port
///     ingress[0].to_port                              ingress[0].to_port
///     name                     name
/// ```
private struct PrefixMatch {
    private let patterns: [Glob]
    /// How long the shortest beginning of the last path is that matches.
    private var matched: Int?

    init(_ patterns: [Glob]) {
        self.patterns = patterns
    }

    mutating func holds(for paths: PathList, at place: Int) -> Bool {
        let path = paths[place]
        let shared = place > 0 ? path.sharedBeginning(with: paths[place - 1]) : 0
        // A shorter beginning that matches is one of this path, too, if it ends where a step does.
        if let matched, matched <= shared, path.endsStep(after: matched) { return true }
        matched = nil
        var end = max(shared, 1)
        while end <= path.count {
            if path.endsStep(after: end), matches(path.prefix(end)) {
                matched = end
                return true
            }
            end += 1
        }
        // The path of a value that has no attributes.
        guard path.isEmpty, matches(path) else { return false }
        matched = 0
        return true
    }

    private func matches(_ beginning: ArraySlice<UInt8>) -> Bool {
        if patterns.containsMatch(for: beginning.span) { return true }
        guard beginning.contains(UInt8(ascii: "[")) else { return false }
        let bare = ByteString(bytes: Array(beginning)).withoutInstanceKeys.bytes
        return patterns.containsMatch(for: bare.span)
    }
}

extension ArraySlice<UInt8> {
    /// Whether a step of the path ends after so many bytes.
    fileprivate func endsStep(after length: Int) -> Bool {
        guard length < count else { return length == count }
        let next = self[startIndex + length]
        return length > 0 && (next == UInt8(ascii: ".") || next == UInt8(ascii: "["))
    }

    fileprivate func sharedBeginning(with other: ArraySlice<UInt8>) -> Int {
        let most = Swift.min(count, other.count)
        var length = 0
        while length < most, self[startIndex + length] == other[other.startIndex + length] {
            length += 1
        }
        return length
    }
}
