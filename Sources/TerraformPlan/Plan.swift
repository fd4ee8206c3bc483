/// What a judgement needs of a plan, read from what `terraform show -json PLAN` prints.
///
/// The keys are those of Terraform's `internal/command/jsonplan/plan.go`, from 0.12 to 1.16, and of
/// OpenTofu's. Rows that are plain no-ops are counted and not kept, so that memory grows with the
/// changes and not with the plan.
package struct Plan: Sendable {
    package var formatVersion: ByteString
    package var terraformVersion: ByteString?
    package var variables: [Variable] = []

    /// The rows of `resource_changes` that are not plain no-ops, in plan order.
    ///
    /// A no-op row that imports, moves or is deposed is no plain one.
    package var changes: [ResourceChange] = []
    /// How many plain no-op rows there were besides.
    package var noOpCount = 0
    /// False where the key is absent, as in every refresh-only plan.
    package var hasResourceChanges = true

    /// The rows of `resource_drift`, all of them.
    package var drift: [ResourceChange] = []
    /// What this plan does not do yet, with Terraform's reason.
    package var deferred: [DeferredChange] = []
    package var outputChanges: [OutputChange] = []
    package var invocations: [ActionInvocation] = []
    package var deferredInvocations: [ActionInvocation] = []

    /// Managed resource instances in `prior_state`, or nil where the key is absent.
    ///
    /// An absent key does not mean that the state was empty: it holds the *refreshed* state.
    package var priorStateCount: Int?
    /// The configuration addresses, without instance keys, of resources that have provisioners:
    /// `module.app.terraform_data.migrate`.
    package var provisioned: Set<ByteString> = []
    /// `configuration.provider_config`.
    ///
    /// May hold credentials: never printed, never kept.
    package var providerConfiguration: JSONText?

    /// Where its state is; nil where nobody has said so, because no plan's JSON does.
    ///
    /// May hold credentials: never printed, never kept.
    package var stateStore: StateStore?

    /// Absent in OpenTofu and before Terraform 1.8.
    package var isApplyable: Bool?
    package var isComplete: Bool?
    package var timestamp: ByteString?
    /// Top-level keys that no known version writes.
    package var unknownKeys: [ByteString] = []

    package init(formatVersion: ByteString, terraformVersion: ByteString?) {
        self.formatVersion = formatVersion
        self.terraformVersion = terraformVersion
    }
}

/// One entry of `variables`.
///
/// The value may be a secret: no mask says so.
package struct Variable: Sendable {
    package let name: ByteString
    package let value: JSONText?

    package init(name: ByteString, value: JSONText?) {
        self.name = name
        self.value = value
    }
}

/// One entry of `output_changes`.
package struct OutputChange: Sendable {
    package let name: ByteString
    package let actions: [ChangeAction]

    package init(name: ByteString, actions: [ChangeAction]) {
        self.name = name
        self.actions = actions
    }
}

/// One entry of `deferred_changes`.
package struct DeferredChange: Sendable {
    package let reason: ByteString?
    package let change: ResourceChange

    package init(reason: ByteString?, change: ResourceChange) {
        self.reason = reason
        self.change = change
    }
}

/// One entry of `action_invocations` (Terraform 1.14): something imperative that apply will do.
package struct ActionInvocation: Sendable {
    package let address: ByteString
    package let type: ByteString
    package let triggeringAddress: ByteString?

    package init(address: ByteString, type: ByteString, triggeringAddress: ByteString?) {
        self.address = address
        self.type = type
        self.triggeringAddress = triggeringAddress
    }
}
