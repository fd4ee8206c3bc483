package import Diagnostics
import HCL
package import TerraformPlan

/// Which state a folder's workspaces belong to: what `.tfguard.lock.hcl` says.
///
///     workspace "default" {
///       backend       = "s3"
///       location      = "s3://courses-state/prod.tfstate"   for people; not compared
///       configuration = "5f2a…"                             SHA-256 of type and place
///       lineage       = "8d1c…"
///     }
///
///     workspace "pr-*" {
///       backend       = "s3"
///       configuration = "5f2a…"
///       expect        = "new"                               instead of a lineage
///       until         = "2026-12-31"
///     }
package struct PinFile: Sendable {
    package var pins: [Pin] = []

    package init() {}

    /// The pin of a workspace: the one that names it, else the first whose pattern matches.
    package func pin(for workspace: ByteString) -> Pin? {
        pins.first { $0.workspace == workspace.description }
            ?? pins.first { Glob($0.workspace, .name).matches(workspace.bytes) }
    }

    /// The other pins that are of workspaces which a pattern stands for.
    package func pins(under pattern: String) -> [Pin] {
        let glob = Glob(pattern, .name)
        return pins.filter { pin in
            pin.workspace != pattern && glob.matches(Array(pin.workspace.utf8))
        }
    }
}

/// What one workspace's state has to be.
package struct Pin: Equatable, Sendable {
    /// A name, or a pattern for several.
    package var workspace: String
    package var backend: String
    package var location: String?
    package var configuration: String
    package var expectation: Expectation

    package enum Expectation: Equatable, Sendable {
        /// This one and no other.
        case lineage(ByteString)
        /// None yet, until a date.
        case new(until: String)
        /// Any; for patterns that stand for several states.
        case any
    }

    package init(
        workspace: String, backend: String, location: String?, configuration: String,
        expectation: Expectation
    ) {
        self.workspace = workspace
        self.backend = backend
        self.location = location
        self.configuration = configuration
        self.expectation = expectation
    }

    /// SHA-256 of all that is compared.
    package var digest: String {
        let expected =
            switch expectation {
            case .lineage(let lineage): "lineage \(lineage)"
            case .new(let until): "new \(until)"
            case .any: "any"
            }
        return sha256Text(Array("\(workspace)\n\(backend)\n\(configuration)\n\(expected)\n".utf8))
    }

    /// Whether a moment lies behind the date until which a new state was expected.
    func isOver(at now: Moment?) -> Bool {
        guard case .new(let until) = expectation, let expiry = Expiry(until) else { return false }
        return now.map { $0 >= expiry.end } ?? true
    }

    fileprivate var isPattern: Bool { workspace.utf8.contains { $0 == 0x2a || $0 == 0x3f } }
}

/// Reads a pin file.
///
/// - Returns: the pins, or nil where any diagnostic is an error.
package func readPins(_ file: SourceFile) -> (pins: PinFile?, diagnostics: [Diagnostic]) {
    var reader = PolicyReader()
    let (body, problems) = parse(file)
    guard !problems.contains(where: { $0.severity == .error }) else { return (nil, problems) }
    let grammar = BodyGrammar(subject: "A pin file", blocks: ["workspace"])
    reader.checkNames(in: body, against: grammar, context: nil)
    var pins = PinFile()
    for block in body.blocks where block.type.name == "workspace" {
        if let pin = reader.readPin(block) { pins.pins.append(pin) }
    }
    let failed = reader.diagnostics.contains { $0.severity == .error }
    return (failed ? nil : pins, reader.diagnostics)
}

extension PolicyReader {
    fileprivate mutating func readPin(_ block: Block) -> Pin? {
        guard let name = block.labels.first, block.labels.count == 1 else {
            report(
                "Missing name for workspace",
                "A workspace block has one label, the workspace's name: workspace \"default\" "
                    + "{ … }.", at: block.headerRange)
            return nil
        }
        let context = "workspace \"\(name.name)\""
        let body = block.body
        let grammar = BodyGrammar(
            subject: "A workspace block",
            attributes: ["backend", "location", "configuration", "lineage", "expect", "until"])
        checkNames(in: body, against: grammar, context: context)
        let backend = string("backend", in: body, context: context)
        let configuration = string("configuration", in: body, context: context)
        let lineage = string("lineage", in: body, context: context)
        let expect = string("expect", in: body, context: context)
        let until = string("until", in: body, context: context)
        var expectation = lineage.map { Pin.Expectation.lineage(ByteString($0)) } ?? .any
        if let expect {
            guard expect == "new", lineage == nil, let until, Expiry(until) != nil else {
                report(
                    "Unclear expectation",
                    "A state that is still to come is written expect = \"new\" with a date in "
                        + "until, such as \"2026-12-31\", and without a lineage.",
                    at: name.range, in: context)
                return nil
            }
            expectation = .new(until: until)
        }
        guard let backend, let configuration else {
            report(
                "Missing required argument",
                "A workspace block needs backend and configuration. tfguard pin writes both.",
                at: block.headerRange, in: context)
            return nil
        }
        let pin = Pin(
            workspace: name.name, backend: backend,
            location: string("location", in: body, context: context),
            configuration: configuration, expectation: expectation)
        guard expectation != .any || pin.isPattern else {
            report(
                "Missing required argument",
                "A workspace has one state, and its lineage says which. tfguard pin writes it.",
                at: block.headerRange, in: context)
            return nil
        }
        return pin
    }
}

/// The dates that a pin and an exception end with.
package enum GuardDate {
    /// Whether a text is one, such as `2026-12-31`.
    package static func isDate(_ text: String) -> Bool { Expiry(text) != nil }
}

extension Moment {
    /// A time as a line of the record has it: `2026-01-31T23:59:59Z`; nil for anything else.
    package init?(rfc3339 text: String) {
        guard text.contains("T"), let end = Expiry(text)?.end else { return nil }
        self = end
    }
}
