import Foundation

// What judging costs and what the catalog is good for, measured inside one process.
//
//     judge-plans time                 reads and judges 100,000 changes, and prints the seconds of each
//     judge-plans load                 reads the policies and judges 1,000 changes: the milliseconds
//     judge-plans growth               judges 100, 10,000 and 100,000 changes: the milliseconds of each
//     judge-plans catalog              what the catalog costs a plan of 1,000 AWS changes, in seconds
//     judge-plans record FILE COUNT    writes a record of so many lines
//     judge-plans ablation FOLDER      judges every plan below a folder with the catalog and without

let arguments = CommandLine.arguments.dropFirst()
do {
    switch (arguments.first, arguments.dropFirst().first) {
    case ("time", nil):
        let (reading, judging) = try timeOfJudging(changes: 100_000)
        print(reading, judging)
    case ("load", nil):
        print(try timeOfLoadingAndJudging(changes: 1_000))
    case ("growth", nil):
        print(
            try growthOfJudging([100, 10_000, 100_000]).map { "\($0)" }.joined(separator: " "))
    case ("catalog", nil):
        let few = try timeOfCatalog(changes: 1000, types: 60)
        print(few, try timeOfCatalog(changes: 1000, types: 900))
    case ("record", let file?):
        try writeRecord(to: file, lines: Int(arguments.last ?? "") ?? 100_000)
    case ("ablation", let folder?):
        try printAblation(of: folder)
    case (_, _):
        end(
            "judge-plans time | load | growth | catalog | record FILE COUNT | ablation FOLDER",
            status: 64)
    }
} catch let error as PolicyUnreadable {
    end("judge-plans: \(error)", status: 78)
} catch {
    let words = arguments.joined(separator: " ")
    end("judge-plans \(words): \(error.localizedDescription)", status: 74)
}

func end(_ words: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data("\(words)\n".utf8))
    exit(status)
}
