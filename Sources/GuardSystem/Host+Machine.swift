extension Host {
    /// What tells this machine from others, for as long as its system is installed: machine-id(5).
    ///
    /// Not to be shown to others as it is, that page says, but hashed for one's own purpose.
    package static var machineID: [UInt8]? {
        let places: [FilePath] = ["/etc/machine-id", "/var/lib/dbus/machine-id"]
        for place in places {
            guard let text = try? readFile(place, limit: 4096) else { continue }
            let digits = text.prefix { $0 > 0x20 }
            if digits.count == 32 { return Array(digits) }
        }
        return nil
    }

    /// When this process began, in the kernel's own count: with its number, it names one process.
    package static var processStartTime: String? { processStart(of: processID) }

    /// Whether a process of this machine still runs that began then.
    package static func isRunning(_ process: Int32, since start: String) -> Bool {
        processStart(of: process).map { $0 == start } ?? false
    }
}
