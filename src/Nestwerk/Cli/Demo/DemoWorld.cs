namespace Nestwerk.Cli.Demo;

static class DemoWorld
{
    public static readonly IReadOnlyList<(string What, Func<IServiceProvider, CancellationToken, Task> Fill)> Chapters = [];
}
