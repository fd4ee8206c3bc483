import Foundation
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct ShellCommandTests {
    @Test(arguments: [
        (["terraform", "destroy"], "terraform destroy"),
        (
            ["terraform", "apply", "-target=aws_db_instance.a[\"x\"]"],
            #"terraform apply '-target=aws_db_instance.a["x"]'"#
        ),
        (["a", ""], "a ''"), (["it's"], #"'it'\''s'"#), (["$HOME", "~"], "'$HOME' '~'"),
        (["a\nb"], #"$'a\012b'"#), (["\u{1b}[31m"], #"$'\033[31m'"#),
        (["\u{202e}"], #"$'\342\200\256'"#), (["größe"], "'größe'"),
    ])
    func `quotes what a shell would change`(words: [String], expected: String) {
        #expect(shellCommand(words.map { ByteString($0) }, in: nil) == expected)
    }

    @Test(arguments: [
        (["-var", "password=hunter2", "x"], "-var 'password=…' x"),
        (["-var=password=hunter2"], "'-var=password=…'"),
        (["--var", "password=hunter2"], "--var 'password=…'"),
        (["--var=password=hunter2"], "'--var=password=…'"),
        (["-var", "hunter2"], "-var '…'"), (["-var=hunter2"], "'-var=…'"),
        (["-var-file=x.tfvars"], "-var-file=x.tfvars"),
    ])
    func `leaves the values of variables out`(words: [String], expected: String) {
        #expect(shellCommand(words.map { ByteString($0) }, in: nil) == expected)
    }

    @Test func `a shell reads back the words that were given`() throws {
        let words =
            [
                "plain", "", " ", "it's", "a\nb", "\\", "\"", "$(id)", "`id`", "!x", "*", "größe",
                "'\u{1}'",
            ]
            + [Hostile.text.replacing("\0", with: "")]
        let command = shellCommand(
            ["printf", "%s\\0"] + words.map { ByteString($0) }, in: "/tmp")
        let run = try runProgram("bash", ["-c", command], input: Data())
        #expect(
            run.output.split(separator: "\0", omittingEmptySubsequences: false).dropLast()
                .map(String.init) == words)
    }

    @Test func `begins in the folder it was run in`() {
        #expect(shellCommand(["tfguard"], in: "/srv/my infra") == "cd '/srv/my infra' && tfguard")
    }
}
