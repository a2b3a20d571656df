using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>Tests with an application of their own, in which no message leaves unless the test says so.</summary>
public abstract class PostingTests(TestHost host) : WebTests(host), IAsyncLifetime
{
    NestwerkApp? app;

    protected new NestwerkApp App => app!;
    protected new ManualTime Time => App.Time;

    public async ValueTask InitializeAsync() => app = await TheHost.StartAnotherAsync(adjust: Posting.OnlyWhenAsked);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected new Browser Visitor() => App.Visitor();

    protected Task<Browser> SignInAsync(Inhabitant who) => App.SignInAsync(who);
}
