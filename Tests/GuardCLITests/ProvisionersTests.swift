import TerraformPlan
import Testing

@testable import GuardCLI

/// What a file of configuration says of provisioners.
@Suite struct ProvisionersTests {
    private func provisioners(_ text: String, named name: ByteString = "main.tf") -> Provisioners {
        Provisioners(in: Array(text.utf8), named: name)
    }

    private let block = "provisioner \"local-exec\" { command = \"true\" }"

    @Test func `a removed block is known by what it removes`() {
        let found = provisioners(
            """
            removed {
              from = module.app.aws_instance.web
              lifecycle { destroy = true }
              \(block)
            }
            removed {
              from = aws_instance.quiet
              lifecycle { destroy = true }
            }
            """)
        #expect(found.removed == ["module.app.aws_instance.web"])
        #expect(found.resources == [])
        #expect(!found.areUnclear)
    }

    @Test func `a resource is known by its address`() {
        let found = provisioners(
            """
            resource "aws_instance" "web" {
              \(block)
              \(block)
            }
            resource "aws_instance" "provisioner" {}
            """)
        #expect(found.resources == ["aws_instance.web"])
        #expect(found.removed == [])
        #expect(!found.areUnclear)
    }

    @Test(
        arguments: [
            ("main.tf.json", #"{"removed": [{"provisioner": {"local-exec": {}}}]}"#),
            ("main.tf", "removed {\n from = a.b\n provisioner \"x\" {\n"),
            ("main.tf", "removed {\n provisioner \"x\" {}\n}\n"),
            ("main.tf", "novelty \"a\" {\n provisioner \"x\" {}\n}\n"),
        ] as [(ByteString, String)])
    func `what is not understood counts for all`(name: ByteString, text: String) {
        #expect(provisioners(text, named: name).areUnclear)
    }

    @Test(arguments: ["notes.txt", "main.tf~", "x.tfvars", "tf"] as [ByteString])
    func `what terraform does not read is not looked at`(name: ByteString) {
        #expect(provisioners("removed { \(block) }", named: name) == provisioners(""))
    }
}
