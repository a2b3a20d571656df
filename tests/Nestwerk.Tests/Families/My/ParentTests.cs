using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Families.Sending;
using Nestwerk.Shared.Sending;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.My;

/// <summary>Base of the tests of her own page: an application of its own, so that nobody else counts at the door.</summary>
public abstract class ParentTests(TestHost host) : WebTests(host), IAsyncLifetime
{
    protected NestwerkApp Here { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Here = await TheHost.StartAnotherAsync(adjust: app =>
            // What lies ready to leave stays where a test can read it.
            app.Services.Remove(app.Services.Single(each => each.ImplementationType == typeof(SendingRounds<FamilyMessage>)))
        );

    public async ValueTask DisposeAsync()
    {
        await Here.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A mother with a confirmed number and a PIN, and a phone on which she is in.</summary>
    protected async Task<(AFamily Family, Browser Her)> InsideAsync(string name = "Mara", string language = "nl")
    {
        var (family, number) = (await AFamily.LivingAsync(Here, name), AParent.NewNumber());
        await family.WithNumberAsync(Here, number);
        await family.WithPinAsync(Here);
        var her = Here.Visitor().Speaks(language);
        await her.EnterAsync(Here, number);
        return (family, her);
    }
}
