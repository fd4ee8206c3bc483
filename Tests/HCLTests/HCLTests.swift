import Testing

@testable import HCL

@Suite struct HCLTests {}
