using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;

namespace Nestwerk.Tests.Architecture;

/// <summary>The floors of the house: an arrow may only point down, and neighbours on a floor do not know each other.</summary>
static class Floors
{
    public const string Root = "Program";

    static readonly string[][] FromGround =
    [
        ["Shared", "Data"],
        ["Access"],
        ["Playbook", "Network", "Families"],
        ["Groups", "Referrals", "Volunteers"],
        ["Impact"],
        ["Practices"],
        ["Today", "Standards"],
        ["Cli", Root],
    ];

    static readonly Dictionary<string, string> Views = typeof(Program)
        .Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
        .ToDictionary(item => item.Type.FullName!, item => item.Identifier);

    /// <summary>The floors on which the product's own business stands: no web there except in pages.</summary>
    public static bool IsBusiness(string domain) => FloorOf(domain) is >= 2 and <= 5;

    /// <returns>What is wrong with this arrow, or null.</returns>
    public static string? Wrong(string from, string to)
    {
        if (from == to)
            return null;
        var (start, end) = (FloorOf(from), FloorOf(to));
        if (start < 0 || end < 0)
            return $"{(start < 0 ? from : to)} stands on no floor";
        var open = start == 0 || start == FromGround.Length - 1;
        return end > start ? $"{from} points up to {to}"
            : end == start && !open ? $"{from} knows its neighbour {to}"
            : null;
    }

    /// <summary>The folder a type of the product belongs to; null when it is not of the product.</summary>
    public static string? DomainOf(Type type)
    {
        if (type.Assembly != typeof(Program).Assembly)
            return null;
        var outer = type;
        while (outer.DeclaringType is { } next)
            outer = next;
        if (Views.TryGetValue(outer.FullName!, out var view))
            return view.Split('/') is ["", var folder, _, ..] ? folder : Root;
        return outer.Namespace?.Split('.') switch
        {
            ["Nestwerk"] => Root,
            ["Nestwerk", var folder, ..] => folder,
            _ => null,
        };
    }

    /// <summary>Every arrow that points where it may not, found in the compiled types.</summary>
    public static IEnumerable<string> Wrong(IEnumerable<Type> types) =>
        from type in types
        let home = DomainOf(type)
        where home is not null
        from used in References.Of(type)
        let there = DomainOf(used)
        where there is not null
        let wrong = Wrong(home, there)
        where wrong is not null
        select $"{wrong}: {type.InSource().Name} uses {used.Name}";

    /// <summary>Every <c>using</c> of a domain above. It finds what constants hide from the compiled types.</summary>
    public static IEnumerable<string> Wrong(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines
        where
            line.StartsWith("using Nestwerk.", StringComparison.Ordinal)
            || line.StartsWith("using static Nestwerk.", StringComparison.Ordinal)
        let wrong = Wrong(file.Domain, line.Split('.')[1].TrimEnd(';', '\r'))
        where wrong is not null
        select $"{wrong}: {file.Path}";

    static int FloorOf(string domain) => Array.FindIndex(FromGround, floor => floor.Contains(domain, StringComparer.Ordinal));
}
