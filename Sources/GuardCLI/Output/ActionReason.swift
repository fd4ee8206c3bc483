import TerraformPlan

/// Why Terraform wants a change, as it says in `action_reason`.
///
/// The words are those of `internal/command/jsonplan/resource.go` in Terraform, and of OpenTofu's.
/// Terraform asks consumers to put up with others, so an unknown one is shown as it is.
enum ActionReason: String, CaseIterable {
    case replaceBecauseCannotUpdate = "replace_because_cannot_update"
    case replaceBecauseTainted = "replace_because_tainted"
    case replaceByRequest = "replace_by_request"
    case replaceByTriggers = "replace_by_triggers"
    case deleteBecauseNoResourceConfig = "delete_because_no_resource_config"
    case deleteBecauseWrongRepetition = "delete_because_wrong_repetition"
    case deleteBecauseCountIndex = "delete_because_count_index"
    case deleteBecauseEachKey = "delete_because_each_key"
    case deleteBecauseNoModule = "delete_because_no_module"
    case deleteBecauseNoMoveTarget = "delete_because_no_move_target"
    case deleteBecauseEnabledFalse = "delete_because_enabled_false"
    case forgotBecauseLifecycleDestroyInState = "forgot_because_lifecycle_destroy_in_state"
    case forgotBecauseLifecycleDestroyInConfig = "forgot_because_lifecycle_destroy_in_config"
    case readBecauseConfigUnknown = "read_because_config_unknown"
    case readBecauseDependencyPending = "read_because_dependency_pending"
    case readBecauseCheckNested = "read_because_check_nested"

    /// The reason in a sentence.
    var sentence: String {
        switch self {
        case .replaceBecauseCannotUpdate: "It cannot be changed in place."
        case .replaceBecauseTainted: "It is marked as tainted."
        case .replaceByRequest: "-replace asked for it."
        case .replaceByTriggers: "Something in its replace_triggered_by changed."
        case .deleteBecauseNoResourceConfig: "It is no longer in the configuration."
        case .deleteBecauseWrongRepetition:
            "Its resource began or ceased to use count or for_each."
        case .deleteBecauseCountIndex: "Its index is beyond the resource's count."
        case .deleteBecauseEachKey: "Its key is no longer in the resource's for_each."
        case .deleteBecauseNoModule: "Its module is no longer in the configuration."
        case .deleteBecauseNoMoveTarget:
            "A moved block moves it to a resource that is not in the configuration."
        case .deleteBecauseEnabledFalse: "Its lifecycle says enabled = false."
        case .forgotBecauseLifecycleDestroyInState, .forgotBecauseLifecycleDestroyInConfig:
            "Its lifecycle says destroy = false."
        case .readBecauseConfigUnknown: "Its arguments are not known before apply."
        case .readBecauseDependencyPending: "Something it depends on changes first."
        case .readBecauseCheckNested: "A check block reads it."
        }
    }
}
