extension ChangeCounts {
    /// Each count with what it counts.
    var byEffect: [(effect: Effect, count: Int)] {
        [
            (.create, create), (.update, update), (.replace, replace), (.delete, delete),
            (.forget, forget), (.read, read), (.import, self.import), (.move, move),
            (.noOp, noOp),
        ]
    }

    /// Counts one effect of a row, unless it is a mark beside another one.
    mutating func add(_ effect: Effect) {
        switch effect {
        case .create: create += 1
        case .update: update += 1
        case .replace: replace += 1
        case .delete: delete += 1
        case .forget: forget += 1
        case .read: read += 1
        case .import: self.import += 1
        case .move: move += 1
        case .noOp: noOp += 1
        case .driftLoss, .invoke, .deferred, .disarm, .lose, .runsCode, .deposed, .handover: break
        }
    }

    mutating func add(_ other: ChangeCounts) {
        create += other.create
        update += other.update
        replace += other.replace
        delete += other.delete
        forget += other.forget
        read += other.read
        self.import += other.import
        move += other.move
        noOp += other.noOp
    }
}
