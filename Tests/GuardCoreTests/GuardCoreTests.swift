import Testing

@testable import GuardCore

@Suite struct GuardCoreTests {}
