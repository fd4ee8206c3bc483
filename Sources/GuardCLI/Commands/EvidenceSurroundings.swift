import GuardSystem

/// What surrounds a program that has to prove something to an agent, or to a script that nobody
/// watches: nothing that whoever asks could have put there.
///
/// The program is root's alone, and still does what its surroundings say: `#!/usr/bin/env python3`
/// runs the `python3` of `PATH`, bash reads the file that `BASH_ENV` names (bash(1)), and python
/// imports `usercustomize` from the user's own folder (site(3) of its library). Whoever asks chooses
/// the credentials, and the address that they are for; that is the run's own, and stays.
struct EvidenceSurroundings {
    /// As terraform gets it.
    let environment: Environment
    /// Where the program runs, which its arguments are relative to.
    let directory: FilePath

    /// The environment without what makes an interpreter run something else.
    var hardened: Environment {
        var inner = environment.withoutStartupFiles
        inner.set("PATH", to: systemFolders)
        inner.set("PYTHONNOUSERSITE", to: Array("1".utf8))
        return inner
    }

    /// The first of the program and the files among its arguments that others than root could have
    /// written, such as the script in `["/bin/sh", "./prove"]`.
    func firstReplaceable(_ program: FilePath, _ arguments: ArraySlice<String>) -> FilePath? {
        var files = [program]
        for argument in arguments {
            guard let typed = FilePath(argument) else { continue }
            let path = directory.appending(typed)
            if (try? path.facts().kind) == .file { files.append(path) }
        }
        return files.first { (try? isAnchored($0)) != true }
    }
}

extension Environment {
    /// The environment without the variables by which interpreters run something before, or in the
    /// place of, what they were started for.
    var withoutStartupFiles: Environment {
        var inner = self
        for prefix in startupPrefixes { inner.remove(prefix: prefix) }
        for name in startupNames { inner.remove(name) }
        return inner
    }
}

private let startupPrefixes = [
    "BASH_", "PYTHON", "PERL", "RUBY", "NODE_", "LUA_", "PHP", "JAVA_", "_JAVA_", "JDK_", "GIT_",
    "DOTNET_", "DENO_",
]

private let startupNames = [
    "ENV", "SHELLOPTS", "BASHOPTS", "PS4", "IFS", "CDPATH", "GLOBIGNORE", "ZDOTDIR", "GCONV_PATH",
    "LOCPATH",
]
