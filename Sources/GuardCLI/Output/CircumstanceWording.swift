import GuardCore
import TerraformPlan

extension JudgedChange {
    /// The block that keeps the object, where it has only got another address.
    var movedBlock: MovedBlock? {
        for circumstance in circumstances {
            switch circumstance {
            case .renamed(let block): return block
            }
        }
        return nil
    }
}
