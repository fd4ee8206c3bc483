/// What is wrong with a saved plan file.
package struct SavedPlanError: Error, Equatable, Sendable {
    package let reason: Reason
    /// The member of the archive that it is about, or nil where it is about the archive.
    package let member: String?

    init(_ reason: Reason, in member: String? = nil) {
        self.reason = reason
        self.member = member
    }

    package enum Reason: Equatable, Sendable {
        // Something else than a saved plan.
        case empty
        case cloudBookmark
        case encryptedPlan
        case json
        case notAnArchive

        // An archive that readers may understand in different ways.
        case strayData
        case directoryDamaged
        case memberDamaged
        case memberTwice(ByteString)
        case missingMember
        case unsupportedArchive
        case wrongSize
        case wrongChecksum
        case tooLarge(limit: Int)

        // Contents that are not understood.
        case malformedPlan
        case fieldTwice(field: UInt64)
        case unknownVersion(UInt64)
        case unknownAction(UInt64, address: ByteString)
        case unknownMode(UInt64)
        case state(StateFileError)
    }
}

extension SavedPlanError: CustomStringConvertible {
    package var description: String { "\(summary). \(detail)" }

    /// A phrase without a period.
    package var summary: String {
        switch reason {
        case .empty, .cloudBookmark, .encryptedPlan, .json, .notAnArchive, .missingMember:
            "Not a saved plan"
        case .strayData, .directoryDamaged, .memberDamaged, .memberTwice, .wrongSize,
            .wrongChecksum, .malformedPlan, .fieldTwice, .state:
            "Damaged or doctored plan file"
        case .unsupportedArchive, .tooLarge, .unknownVersion, .unknownAction, .unknownMode:
            "Unsupported plan file"
        }
    }

    /// Full sentences: what is wrong, and the remedy.
    package var detail: String {
        what + " " + remedy
    }

    private var what: String {
        let place = member.map { " in its member \(quoted(ByteString($0)))" } ?? ""
        return switch reason {
        case .empty: "The file is empty."
        case .cloudBookmark:
            "The file is a bookmark of a plan that HCP Terraform keeps, and not the plan."
        case .encryptedPlan: "OpenTofu encrypted the file."
        case .json: "The file is JSON; a saved plan is what terraform plan -out writes."
        case .notAnArchive: "The file is no zip archive, which every saved plan is."
        case .strayData:
            "The archive has bytes that belong to no member: before, between or behind them."
        case .directoryDamaged: "The archive's directory does not describe its members."
        case .memberDamaged: "The compressed data\(place) cannot be unpacked."
        case .memberTwice(let name):
            """
            The archive has two members named \(quoted(name)). Terraform takes the first and other \
            programs the last, so what is looked at might not be what is applied.
            """
        case .missingMember:
            "The archive has no member \(quoted(ByteString(member ?? "")))."
        case .unsupportedArchive: "The archive uses what Terraform never writes\(place)."
        case .wrongSize: "The data\(place) has not the size that the archive says."
        case .wrongChecksum: "The data\(place) does not match its checksum."
        case .tooLarge(let limit): "The data\(place) is larger than \(limit) bytes."
        case .malformedPlan: "The data\(place) is not encoded as a plan is."
        case .fieldTwice(let field):
            "Field \(field) is there twice\(place), which Terraform never writes."
        case .unknownVersion(let version):
            "The plan's own format has the version \(version), and this tfguard knows version 3."
        case .unknownAction(let number, let address):
            "What is to be done with \(quoted(address)) has the number \(number), which is unknown."
        case .unknownMode(let number): "The plan was made in a mode numbered \(number)."
        case .state(let error): "The state\(place) cannot be read. \(error.detail)"
        }
    }

    private var remedy: String {
        switch reason {
        case .empty, .cloudBookmark, .json, .notAnArchive, .missingMember:
            "Save a plan with terraform plan -out=PLAN and use that file."
        case .encryptedPlan:
            "Give tfguard what tofu show -json PLAN prints, where the encryption is configured."
        case .strayData, .directoryDamaged, .memberDamaged, .memberTwice, .wrongSize,
            .wrongChecksum, .tooLarge, .malformedPlan, .fieldTwice, .state:
            "Do not apply this file: make the plan again."
        case .unsupportedArchive, .unknownVersion, .unknownAction, .unknownMode:
            "Look for a newer tfguard."
        }
    }
}
