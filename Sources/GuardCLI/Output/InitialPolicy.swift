/// A first `tfguard.hcl`: the environments that a folder shows by its workspaces and folders, and one
/// rule to begin with.
///
/// - Parameters:
///   - workspaces: their names, as the local backend keeps them.
///   - folders: relative to the policy, down to two levels.
/// - Returns: the text, which is a policy without errors.
func initialPolicy(workspaces: [String], folders: [String]) -> String {
    var text = """
        # What tfguard lets happen here. tfguard policy show prints all that holds, with
        # the built-in rules; tfguard policy check tells what is wrong with this file.

        """
    var hasProduction = false
    for environment in KnownEnvironment.allCases {
        let found = workspaces.filter(environment.names)
        let places = folders.filter {
            $0.split(separator: "/").contains { environment.names(String($0)) }
        }
        guard !found.isEmpty || !places.isEmpty else { continue }
        if environment == .production { hasProduction = true }
        text += "\nenvironment \"\(environment.rawValue)\" {\n"
        if !found.isEmpty { text += "  match { workspace = [\(list(found))] }\n" }
        let patterns = places.filter { place in
            // What lies in a folder that is listed needs no line of its own.
            !places.contains { place.hasPrefix($0 + "/") }
        }
        if !patterns.isEmpty {
            text +=
                "  match { directory = [\(list(patterns, below: "/**"))] } # relative to this file\n"
        }
        text += "}\n"
    }
    if !hasProduction {
        text += """

            # Nothing here is called production. Name it, or everything is taken for it:
            environment "production" {
              fallback = true
            }

            """
    }
    return text + """

        rule "no-data-loss-in-production" {
          environments = ["production"]
          actions      = ["delete", "replace", "forget"]
          categories   = ["data", "backup"]
          decision     = "block"
          reason       = "What these hold does not come back by applying again."
          remedy       = "Keep the object, or ask for an exception with a date."
        }

        """
}

/// Environments that people name alike.
private enum KnownEnvironment: String, CaseIterable {
    case production
    case staging
    case development

    /// Whether a workspace or folder of that name is one of this environment.
    func names(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        let negations: Set<String> = ["non", "not", "no", "pre"]
        let known: Set<String> =
            switch self {
            case .production: ["prod", "production", "prd"]
            case .staging: ["stage", "staging", "stg"]
            case .development: ["dev", "development", "test"]
            }
        return !known.isDisjoint(with: words) && negations.isDisjoint(with: words)
    }
}

/// Strings of HCL: patterns that match the names, and what follows them.
private func list(_ names: [String], below suffix: String = "") -> String {
    names.map { name in
        var quoted = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            // A pattern stands for itself only where it holds no sign of one.
            case "*", "[", "]": quoted += "?"
            case "$", "%": quoted += "\(scalar)\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7f: quoted += "?"
            case _: quoted.unicodeScalars.append(scalar)
            }
        }
        return "\"\(quoted)\(suffix)\""
    }.joined(separator: ", ")
}
