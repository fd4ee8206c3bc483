import GuardCore
import TerraformPlan
import Testing

@testable import GuardCLI

@Suite struct CircumstanceReportTests {
    private func report(_ circumstances: Circumstance...) -> String {
        var loss = Sample.loss("courses-prod", "aws_db_instance.courses")
        loss.circumstances = circumstances
        return humanReport(Sample.verdict([loss]), width: 80, style: .plain)
    }

    @Test func `the moved block can be copied line by line`() {
        let text = report(
            .renamed(
                MovedBlock(
                    from: "aws_db_instance.courses[\"a b\"]", to: "module.db.aws_db_instance.main"))
        )
        #expect(
            text.contains(
                """
                   Renamed?  Something is created that is nearly the same. This block keeps the
                             old one:
                             moved {
                               from = aws_db_instance.courses["a b"]
                               to   = module.db.aws_db_instance.main
                             }

                """), "\(text)")
    }

    @Test(arguments: [
        (Circumstance.lastCopy, "No automated backup outlives it, and no last one is made."),
        (
            .backupGoes("aws_db_snapshot.a", others: 2),
            "A backup of it goes too: aws_db_snapshot.a and 2 more."
        ),
        (
            .originalGoes("aws_db_instance.a"),
            "It is a backup of aws_db_instance.a, which goes too."
        ),
        (.holdsState(argument: "bucket"), "it is the backend's bucket."),
        (.container("every object in it"), "With it goes what no plan lists: every object in it."),
        (.replica, "It is a copy; the original is another object."),
        (
            .draggedAlong(by: "random_id.a"),
            "It uses the value of random_id.a, which is made anew."
        ),
        (
            .dragsAlong(3, gravest: "aws_s3_bucket.a"),
            "What uses its value changes with it: aws_s3_bucket.a and 2 more."
        ),
    ])
    func `each circumstance is told in a sentence`(circumstance: Circumstance, words: String) {
        let text = report(circumstance).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(text.contains(words), "\(text)")
    }

    @Test func `names of other rows cannot paint over the report`() {
        let hostile: ByteString = "a.b[\"\u{1b}[2J\u{202e}\"]"
        let text = report(
            .backupGoes(hostile, others: 0), .originalGoes(hostile), .draggedAlong(by: hostile),
            .dragsAlong(1, gravest: hostile), .renamed(MovedBlock(from: hostile, to: hostile)))
        #expect(!text.contains("\u{1b}"))
        #expect(!text.contains("\u{202e}"))
        #expect(text.contains("\\u001b[2J\\u202e"))
    }
}
