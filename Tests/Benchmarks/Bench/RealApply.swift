import Foundation

/// A project that real terraform applies, to measure what the guard adds to it.
///
/// Each run changes every resource in place, which no rule minds and nobody is asked about.
struct RealApply {
    private let folder: String
    private let terraform: String
    private let tfguard: String

    /// Applies it once; nil where terraform cannot.
    init?(in folder: String, terraform: String, tfguard: String) {
        self.folder = folder
        self.terraform = terraform
        self.tfguard = URL(filePath: tfguard).path
        let configuration = """
            variable "round" {}
            resource "terraform_data" "it" {
              count = 300
              input = "${var.round}-${count.index}"
            }
            """
        mkdir(folder, 0o700)
        try? Data(configuration.utf8).write(to: URL(filePath: folder + "/main.tf"))
        let first = shell(
            "\(terraform) init -input=false && \(terraform) apply -auto-approve -var=round=first"
                + " && \(terraform) plan -input=false -out=it.plan -var=round=seen"
                + " && \(terraform) show -json it.plan > it.json")
        guard measure([Command("first", first)], runs: 0)[0].status == 0 else { return nil }
    }

    /// A plan of it, as JSON.
    var plan: String { folder + "/it.json" }

    /// What the guard has terraform do, without the guard.
    var bare: [String] {
        shell(
            "\(terraform) plan -input=false -out=p -var=round=$$ && \(terraform) show -json p > /dev/null"
                + " && \(terraform) state pull > /dev/null && \(terraform) apply -input=false p")
    }

    var guarded: [String] {
        shell("\(tfguard) \(terraform) apply -input=false -auto-approve -var=round=$$")
    }

    private func shell(_ command: String) -> [String] {
        ["/bin/sh", "-c", "cd '\(folder)' && { \(command); } > /dev/null 2>&1"]
    }
}
