using Microsoft.AspNetCore.Mvc.Rendering;

namespace Nestwerk.Shared;

/// <summary>What more than one form offers to choose from.</summary>
static class Offers
{
    public static IEnumerable<SelectListItem> Tongues(T t) =>
        Languages.All.Select(language => new SelectListItem(t[$"language.{language}"], language));

    /// <summary>The time zones of Europe.</summary>
    /// <param name="now">The zone that is set; it is offered wherever it lies.</param>
    public static IEnumerable<SelectListItem> Zones(string now) =>
        TimeZoneInfo
            .GetSystemTimeZones()
            .Select(zone => zone.Id)
            .Where(id => id.StartsWith("Europe/", StringComparison.Ordinal))
            .Append(now)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(id => new SelectListItem(id.Replace('_', ' '), id));
}
