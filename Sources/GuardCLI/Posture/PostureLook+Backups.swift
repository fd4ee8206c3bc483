import GuardCore
import GuardSystem
import HCL
import TerraformPlan

// What goes together with its backups, and what it takes to bring anything back.
extension PostureLook {
    func backups(_ objects: [StandingObject]) -> PostureReport.Row {
        var row = PostureReport.Row(.backups)
        row.isCounted = state.isRead
        var unknownCount = 0
        for object in objects {
            let place = object.address.description
            for circumstance in object.circumstances {
                switch circumstance {
                case .backupGoes(let backup, let others):
                    let more = others > 0 ? ", and \(others) more" : ""
                    row.evidence.append(
                        .init(
                            place: place,
                            says:
                                "Its backup \(printable(backup.description))\(more) is in the same state."
                        ))
                case .lastCopy:
                    row.evidence.append(
                        .init(
                            place: place,
                            says: "Its automated backups go with it, and no last one is made."))
                case .holdsState(let argument):
                    row.evidence.append(
                        .init(
                            place: place,
                            says: "This state is kept in it (the backend's \(argument))."))
                case .renamed, .originalGoes, .container, .replica, .draggedAlong, .dragsAlong:
                    break
                }
            }
            guard object.isPrecious else { continue }
            guard let gaps = object.gaps else {
                unknownCount += 1
                continue
            }
            if !gaps.isEmpty {
                row.evidence.append(
                    .init(place: place, says: gaps.joined(separator: ", ") + "."))
            }
        }
        if row.count > 0 {
            row.remedies.append(
                "Set what is missing; tfguard policy catalog TYPE tells what guards a type")
            row.remedies.append(
                "Keep backups in another account and another state than what they are backups of")
        }
        row.unknown = unknownOfState()
        if state.isRead, unknownCount > 0 {
            row.unknown.append("How \(unknownCount) objects are set: the state tells no values")
        }
        row.unknown.append("Backups that are made by hand or by something that is in no state")
        return row
    }

    func recovery(_ objects: [StandingObject]) -> PostureReport.Row {
        var row = PostureReport.Row(.recovery)
        row.isCounted = state.isRead
        for object in objects {
            let place = object.address.description
            if !object.isKnown {
                row.evidence.append(
                    .init(
                        place: place,
                        says: "The catalog does not know its type: nobody has written what "
                            + "recovering it takes."))
            } else if object.severity == .critical {
                row.evidence.append(
                    .init(place: place, says: object.recovery ?? "No recovery advice is known."))
            }
        }
        if row.count > 0 {
            row.remedies.append(
                "Rehearse each of these, and write what it took: resource \"TYPE\" { recovery = "
                    + "\"...\" } in tfguard.hcl")
            row.remedies.append(
                "Split the state, so that one mistake reaches fewer of them")
        }
        row.unknown = unknownOfState()
        row.unknown.append("How long a recovery takes: only a rehearsal tells")
        return row
    }
}
