extension [String] {
    /// The texts one behind the other.
    ///
    /// What the standard library has for this is made for collections of any kind, and the runtime
    /// looks at its first use through all conformances of the program for that of this one.
    package func joined(separator: String = "") -> String {
        var result = ""
        for (number, text) in enumerated() {
            if number > 0 { result += separator }
            result += text
        }
        return result
    }
}
