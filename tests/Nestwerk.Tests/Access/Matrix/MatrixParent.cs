using Nestwerk.Families;
using Nestwerk.Tests.Host;

namespace Nestwerk.Tests.Access.Matrix;

/// <summary>A parent who is signed in on her own page.</summary>
static class MatrixParent
{
    /// <summary>A page of hers with a form on it.</summary>
    public const string Page = "/my";

    /// <returns>Null as long as parents have no page of their own.</returns>
    public static Task<Browser?> SignInAsync(NestwerkApp app, FamilyMember mother) => Task.FromResult<Browser?>(null);
}
