/// Runs the tool.
///
/// - Returns: the exit status.
package func run(arguments: [String]) -> Int32 {
    70
}
