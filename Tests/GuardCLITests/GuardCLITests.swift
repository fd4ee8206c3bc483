import Testing

@testable import GuardCLI

@Suite struct GuardCLITests {}
