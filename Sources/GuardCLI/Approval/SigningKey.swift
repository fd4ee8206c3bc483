import GuardSystem

/// The key of `-key`, or the first of the usual ones that is there; hardware keys first.
func signingKey(_ named: String?, _ environment: Environment) throws(Refusal) -> FilePath {
    let folder = try refusing { () throws(SystemError) in try FilePath.currentDirectory() }
    if let named {
        guard let key = FilePath(named).map({ folder.appending($0) }),
            (try? key.factsIfThere()) != nil
        else {
            throw .usage("No such key", "-key names \"\(named)\", and there is no such file.")
        }
        return key
    }
    let home = environment["HOME"].flatMap(FilePath.init(bytes:)) ?? Host.passwordHome
    let names: [FilePath] = [
        "id_ed25519_sk", "id_ecdsa_sk", "id_ed25519", "id_ecdsa", "id_rsa",
    ]
    for name in names {
        guard let key = home?.appending(".ssh").appending(name),
            let facts = try? key.factsIfThere(), facts.kind == .file
        else { continue }
        return key
    }
    throw .usage(
        "No key to sign with",
        "There is none of the usual ones in ~/.ssh. Name one with -key=FILE; a public key's "
            + "file will do where an agent has the private one.")
}
