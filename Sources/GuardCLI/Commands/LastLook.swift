import GuardSystem

/// Refuses to start what changes something while nobody reads its output any more.
///
/// Terraform has our streams as its own, and dies of the first write to a pipe without a reader, with
/// what it has built not yet in the state. A reader who goes away later ends it all the same, as it
/// does without us; `terraform apply | head` has often gone by now.
func refuseWithoutReader() throws(Refusal) {
    for stream in [StandardStream.output, .error] where stream.hasLostItsReader {
        throw Refusal(
            .inputOutputError, "Nobody reads the output",
            "Terraform would be ended by the first line it writes. Nothing was changed. Write the "
                + "output to a file, or let the reader read to its end.")
    }
}
