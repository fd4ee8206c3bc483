import Testing

@testable import TerraformPlan

@Suite struct TerraformPlanTests {}
