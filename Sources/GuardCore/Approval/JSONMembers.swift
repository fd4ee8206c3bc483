import TerraformPlan

/// The members of an object while they are put together; what is set to nil is absent.
struct JSONMembers {
    fileprivate var members: [JSONValue.Member] = []

    /// Each key is set once.
    subscript(key: ByteString) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set { if let newValue { members.append(JSONValue.Member(key: key, value: newValue)) } }
    }
}

extension JSONValue {
    static func text(_ text: String) -> JSONValue { .string(ByteString(text)) }

    static func members(_ build: (inout JSONMembers) -> Void) -> JSONValue {
        var object = JSONMembers()
        build(&object)
        return .object(object.members)
    }
}
