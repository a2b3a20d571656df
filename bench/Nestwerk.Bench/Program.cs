using Nestwerk.Bench.Contenders;
using Nestwerk.Bench.Run;

// serve <contender> <port> <folder>: one contender, as a server of its own.
// compose: only what needs no server.
// families [--short]: only the families; it needs no server and no load.
// run <published Nestwerk> <folder for the work> <folder for the results> [--short]: the whole bench.
switch (args)
{
    case ["serve", var name, var port, var folder]:
        await Contender.ServeAsync(name, port, folder);
        return 0;
    case ["compose"]:
        Print(await Composing.MeasureAsync(30, Console.WriteLine));
        return 0;
    case ["families", .. var asked]:
        Print(await LookingUp.MeasureAsync(Path.GetTempPath(), asked is ["--short"], Console.WriteLine, default));
        return 0;
    case ["run", var nestwerk, var work, var results, .. var rest]:
        return await Bench.RunAsync(nestwerk, work, results, rest is ["--short"]);
    default:
        Console.Error.WriteLine("Start it with: bash bench/run [--short]");
        return 2;
}

static void Print(IEnumerable<Goal> goals)
{
    foreach (var goal in goals)
        Console.WriteLine(
            FormattableString.Invariant(
                $"{goal.Id} {goal.What}: best {goal.Best:0.000}, median {goal.Median:0.000} {goal.Unit} {goal.Verdict}"
            )
        );
}
