using Nestwerk.Bench.Contenders;
using Nestwerk.Bench.Run;

// serve <contender> <port> <folder>: one contender, as a server of its own.
// run <published Nestwerk> <folder for the work> <folder for the results> [--short]: the whole bench.
switch (args)
{
    case ["serve", var name, var port, var folder]:
        await Contender.ServeAsync(name, port, folder);
        return 0;
    case ["run", var nestwerk, var work, var results, .. var rest]:
        return await Bench.RunAsync(nestwerk, work, results, rest is ["--short"]);
    default:
        Console.Error.WriteLine("Start it with: bash bench/run [--short]");
        return 2;
}
