import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

/// What an agent is denied, and how it is told.
@Suite struct HookTests {
    // MARK: Commands

    @Test(arguments: [
        "terraform destroy", "terraform apply -auto-approve", "tofu apply",
        "terraform -chdir=live/prod destroy -auto-approve", "terraform apply -destroy",
        "terraform apply plan.out", "/usr/local/bin/terraform destroy", "terraform.exe destroy",
        "terraform1.5.7 apply", "cd live && terraform destroy", "yes yes | terraform apply",
        "terraform de''stroy", "te\"rra\"form destroy", "echo $(terraform destroy)",
        "echo \"`terraform destroy`\"", "(terraform destroy)",
        "if true; then terraform destroy; fi",
        "sudo -E terraform destroy", "env A=b terraform destroy", "A=b terraform destroy",
        "timeout 60 terraform apply", "nohup terraform apply &", "xargs terraform destroy",
        "aws-vault exec prod -- terraform apply", "direnv exec . terraform apply",
        "bash -c 'terraform destroy'", "sh -lc \"cd x; terraform destroy\"",
        "sudo bash -c 'terraform destroy'", "eval 'terraform destroy'", "eval terraform destroy",
        "watch 'terraform apply'", "bash <<EOF\nterraform destroy\nEOF",
        "bash <<< 'terraform destroy'", "cat <<EOF\n$(terraform destroy)\nEOF",
        "terraform state rm a.b", "terraform state push x", "terraform import a.b c",
        "terraform taint a.b", "terraform force-unlock 1", "terraform workspace delete x",
        "terraform init -migrate-state", "terraform init -force-copy", "terraform refresh",
        "terragrunt apply", "terragrunt run --all destroy", "terragrunt run-all apply",
        "terragrunt destroy-all", "terragrunt state rm a.b", "docker run hashicorp/terraform apply",
    ])
    func `what runs terraform around the guard is denied with what to run`(command: String) {
        guard case .goesAround(let instead) = ShellJudgement.denial(of: command) else {
            Issue.record("\(command): \(String(describing: ShellJudgement.denial(of: command)))")
            return
        }
        #expect(instead.hasPrefix("tfguard "), "\(instead)")
    }

    @Test(arguments: [
        "t=destroy; terraform $t", "terraform \"$@\"", "T=terraform; $T destroy",
        "TF_CLI_ARGS_apply=-auto-approve terraform plan", "terraform 'destroy",
        "terraform frobnicate", "terraform rpcapi",

        "$(echo terraform) destroy", "sudo terraform $1", "terragrunt $1", "terraform cloud",
        "env TF_CLI_ARGS=destroy terraform apply",
    ])
    func `what cannot be told is denied`(command: String) {
        #expect(ShellJudgement.denial(of: command) == .unclear)
    }

    @Test(arguments: [
        "terraform plan", "terraform plan -out=x", "terraform -chdir=live plan", "terraform init",
        "terraform validate && terraform fmt -check", "terraform show -json plan.out | jq .",
        "terraform state list", "terraform output -raw $name", "terraform version", "terraform",
        "terraform apply -help", "tofu plan", "terragrunt plan", "terragrunt run --all plan",
        "tfguard terraform destroy", "tfguard apply", "tfguard with terragrunt run --all apply",
        "sudo tfguard terraform apply", "tfguard with sh -c 'terraform destroy'",
        "git commit -m 'terraform destroy'", "echo terraform destroy", "grep -r terraform apply .",
        "cat > notes.md <<'EOF'\nterraform destroy\nEOF", "cd terraform && make plan",
        "ls terraform",
        "sudo apt install terraform", "command -v terraform", "make destroy", "npm test",
        "rm -rf build $x", "echo 'unclosed", "$EDITOR main.tf",
    ])
    func `what only reads, speaks of it or has the guard in front passes`(command: String) {
        #expect(ShellJudgement.denial(of: command) == nil)
    }

    // MARK: Files of the guard

    @Test(arguments: [
        "rm tfguard.hcl", "echo > live/tfguard.hcl", "sed -i s/block/allow/ tfguard.hcl",
        "mv .tfguard.lock.hcl x", "git checkout -- tfguard.hcl", "cat x >> allowed_signers",
        "tee /etc/tfguard/a.hcl", "rm ~/.tfguard/audit.jsonl", "rm -rf ~/.tfguard",
        "truncate -s 0 .claude/settings.json", "cp x .cursor/hooks.json",
        "apply_patch <<'EOF'\n*** Update File: live/tfguard.hcl\nEOF", "cd live && rm tfguard.hcl",
    ])
    func `a command that changes a file of the guard is denied`(command: String) throws {
        let request = try HookRequest(Array(json(command: command).utf8))
        guard case .changesGuard = request.denial else {
            Issue.record("\(command): \(String(describing: request.denial))")
            return
        }
    }

    @Test(arguments: [
        "cat tfguard.hcl", "git diff tfguard.hcl", "git add tfguard.hcl", "grep rule tfguard.hcl",
        "sed -n 1,9p tfguard.hcl", "find . -name tfguard.hcl", "diff a/tfguard.hcl b/tfguard.hcl",
        "tfguard policy check tfguard.hcl", "~/.tfguard/bin/terraform plan", "rm main.tf",
        "export PATH=$HOME/.tfguard/bin:$PATH",
    ])
    func `one that reads it is not`(command: String) throws {
        #expect(try HookRequest(Array(json(command: command).utf8)).denial == nil)
    }

    @Test(arguments: [
        #"{"tool_name":"Write","tool_input":{"file_path":"/srv/live/tfguard.hcl","content":""}}"#,
        #"{"tool_name":"MultiEdit","tool_input":{"edits":[],"file_path":".tfguard.lock.hcl"}}"#,
        #"{"tool_name":"write_file","tool_input":{"file_path":".gemini/settings.json"}}"#,
        #"{"toolName":"edit","toolArgs":"{\"path\":\"/etc/tfguard/a.hcl\"}"}"#,
        #"{"tool_name":"apply_patch","tool_input":{"patch":"*** Add File: tfguard.hcl\n+x"}}"#,
        #"{"tool_name":"mcp__fs__move","tool_input":{"to":{"path":"x/allowed_signers"}}}"#,
    ])
    func `a tool that writes a file of the guard is denied`(request: String) throws {
        guard case .changesGuard = try HookRequest(Array(request.utf8)).denial else {
            Issue.record("\(request)")
            return
        }
    }

    @Test(arguments: [
        #"{"tool_name":"Write","tool_input":{"file_path":"main.tf","content":"tfguard.hcl"}}"#,
        #"{"tool_name":"Read","tool_input":{"file_path":"tfguard.hcl"}}"#,
        #"{"tool_name":"read_file","tool_input":{"path":"tfguard.hcl"}}"#,
        #"{"tool_name":"Task","tool_input":{"prompt":"read tfguard.hcl"}}"#,
    ])
    func `what writes another, or reads it, passes`(request: String) throws {
        #expect(try HookRequest(Array(request.utf8)).denial == nil)
    }

    // MARK: Protocols

    /// A command as each agent tells of it.
    static let protocols: [(tool: HookTool, request: String)] = [
        (
            .claudeCode,
            #"{"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"C"}}"#
        ),
        (.codex, #"{"tool_name":"Bash","tool_input":{"command":"C"},"transcript_path":null}"#),
        (.codex, #"{"tool_name":"shell","tool_input":{"command":["bash","-lc","C"]}}"#),
        (.cursor, #"{"hook_event_name":"beforeShellExecution","command":"C","cwd":""}"#),
        (.cursor, #"{"tool_name":"Shell","tool_input":{"command":"C","cwd":"/"}}"#),
        (
            .gemini,
            #"{"hook_event_name":"BeforeTool","tool_name":"run_shell_command","tool_input":{"command":"C"}}"#
        ),
        (.copilot, #"{"toolName":"bash","toolArgs":"{\"command\":\"C\"}"}"#),
        (.copilot, #"{"toolName":"bash","toolArgs":{"command":"C"}}"#),
    ]

    @Test(arguments: protocols.indices)
    func `each agent is understood and told no in its own terms`(number: Int) throws {
        let (tool, request) = Self.protocols[number]
        func answer(_ command: String) throws -> JSONValue {
            let bytes = Array(request.replacing(/\bC\b/, with: command).utf8)
            let answer = tool.answer(try HookRequest(bytes).denial)
            return answer.isEmpty ? .null : JSONText(bytes: answer).value
        }
        let denied = try answer("terraform destroy")
        let words =
            "tfguard: This would run terraform around the guard. Run it as: tfguard terraform"
        switch tool {
        case .claudeCode, .codex:
            let output = denied["hookSpecificOutput"]
            #expect(denied.members.count == 1 && output?.members.count == 3)
            #expect(output?["hookEventName"]?.text == "PreToolUse")
            #expect(output?["permissionDecision"]?.text == "deny")
            #expect(output?["permissionDecisionReason"]?.text?.hasPrefix(words) == true)
        case .cursor:
            #expect(denied["permission"]?.text == "deny")
            #expect(denied["user_message"]?.text?.hasPrefix(words) == true)
        case .gemini:
            #expect(denied["decision"]?.text == "deny")
            #expect(denied["reason"]?.text?.hasPrefix(words) == true)
        case .copilot:
            #expect(denied["permissionDecision"]?.text == "deny")
            #expect(denied["permissionDecisionReason"]?.text?.hasPrefix(words) == true)
        }
        let allowed = try answer("terraform plan")
        #expect(tool == .cursor ? allowed["permission"]?.text == "allow" : allowed == .null)
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{}", "x", #"{"tool_input":{}}"#, #"{"tool_name":"Bash"}"#,
        #"{"tool_name":"Bash","tool_input":{"command":7}}"#, #"{"toolName":"bash","toolArgs":"x"}"#,
        #"{"tool_name":"Bash","tool_input":"terraform destroy"}"#,
    ])
    func `what is not understood is denied`(request: String) {
        #expect(throws: HookDenial.Unreadable.self) { try HookRequest(Array(request.utf8)) }
        for tool in HookTool.allCases {
            let text = String(decoding: tool.answer(.unreadable("x")), as: UTF8.self)
            #expect(text.contains("\"deny\""), "\(text)")
        }
    }

    @Test(arguments: HookTool.allCases)
    func `settings name the hook, and turn its failure into a no`(tool: HookTool) {
        let text = tool.settings(running: "/usr/bin/tfguard")
        #expect(text.contains("/usr/bin/tfguard hook \(tool.rawValue)"), "\(text)")
        let closes = text.contains("exit 2; }") || text.contains("\"failClosed\": true")
        // Copilot takes every status but 0 for a no.
        #expect(closes || tool == .copilot, "\(text)")
        #expect(JSONText(bytes: Array(text.utf8)).value["hooks"] != nil)
        #expect(guardFile("/srv/live/" + tool.settingsFile) != nil)
    }

    private func json(command: String) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("tool_name", "Bash")
            json.member("tool_input") { json in json.member("command", command) }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
