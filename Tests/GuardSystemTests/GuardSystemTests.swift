import Testing

@testable import GuardSystem

@Suite struct GuardSystemTests {}
