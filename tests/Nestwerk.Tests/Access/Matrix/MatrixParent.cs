using Nestwerk.Tests.Families.My;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access.Matrix;

/// <summary>A parent who is signed in on her own page.</summary>
static class MatrixParent
{
    /// <summary>A page of hers with a form on it.</summary>
    public const string Page = "/my/page";

    public static async Task<Browser> SignInAsync(NestwerkApp app, AFamily own)
    {
        var number = AParent.NewNumber();
        await own.WithNumberAsync(app, number);
        await own.WithPinAsync(app);
        var browser = app.Visitor();
        await browser.EnterAsync(app, number);
        return browser;
    }
}
