using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;

namespace Nestwerk.Tests.Architecture;

/// <summary>
/// The business knows no web: what stands in a domain's own folder is business, what stands in the folder of a verb below it
/// is a page and its helpers. The class that announces a domain to the application, and tag helpers, are let be.
/// </summary>
public sealed class DomainTests
{
    static readonly string[] AnnouncingNames = ["Services", "Links", "Conventions"];

    [Fact]
    public void Business_classes_do_not_know_the_web()
    {
        var business = typeof(Program).Assembly.GetTypes().Where(type => Floors.DomainOf(type) is { } domain && Floors.IsBusiness(domain));

        Verdict.Clean(Wrong(business));
    }

    [Fact]
    public void A_business_class_that_knows_the_web_is_found() =>
        Assert.Equal(["Offender uses RouteData"], Wrong([typeof(Offender), typeof(OfferingServices)]));

    static IEnumerable<string> Wrong(IEnumerable<Type> types) =>
        from type in types
        where !MayKnowTheWeb(type)
        from used in References.Of(type)
        where used.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true
        select $"{type.InSource().Name} uses {used.Name}";

    static bool MayKnowTheWeb(Type type) =>
        type.DeclaringType is { } outer && MayKnowTheWeb(outer)
        || type.Namespace?.Split('.') is ["Nestwerk", _, _, ..] && type.Assembly == typeof(Program).Assembly
        || typeof(PageModel).IsAssignableFrom(type)
        || typeof(PageBase).IsAssignableFrom(type)
        || typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type)
        || typeof(TagHelper).IsAssignableFrom(type)
        || AnnouncingNames.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal));

    sealed class Offender
    {
        public RouteData? Route { get; set; }
    }

    sealed class OfferingServices
    {
        public RouteData? Route { get; set; }
    }
}
