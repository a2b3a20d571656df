using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Nestwerk.Access;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Access.Matrix;

/// <summary>One person at one address, with an id of every kind of whose: what she may not see answers as what does not exist.</summary>
sealed partial class Walk(Browser browser, (string Name, string Value) token, Door door, Inhabitant who, MatrixWorld world)
{
    static readonly Whose[] OfWork = [Whose.Own, Whose.SameOrganisation, Whose.SameNetwork, Whose.Foreign, Whose.Unknown];

    readonly Group may = MatrixTable.Of(door);

    public List<string> Wrong { get; } = [];

    /// <summary>Whether she got in anywhere where she may.</summary>
    public bool Entered { get; private set; }

    /// <returns>How many cells that were.</returns>
    public async Task<int> GoAsync()
    {
        var cells = 0;
        string? refusal = null;
        foreach (var whose in Cases())
        {
            var address = door.At(part => world.Id(door, part, whose));
            var isHers = may.May(who, whose);
            var answer = await browser.GetAsync(address);
            cells++;
            if (isHers)
                Entered |= IsIn(answer.Status);
            else if (IsIn(answer.Status))
                Wrong.Add($"{door.Pattern} opens for {who.Name}: {whose} ({(int)answer.Status})");
            else if (door.HasId && Masked(answer, address) is var said && said != (refusal ??= said))
                Wrong.Add($"{door.Pattern} tells {who.Name} that {whose} exists: its refusal is another than the first");
            if (!isHers)
                cells += await PostAsync(address, whose);
        }
        return cells;
    }

    /// <summary>Every form of the page, with a good token: it must be refused like the page.</summary>
    async Task<int> PostAsync(string address, Whose whose)
    {
        foreach (var handler in door.Handlers)
        {
            var answer = await browser.PostAsync(handler.Length == 0 ? address : $"{address}?handler={handler}", token);
            if (IsIn(answer.Status) || (IsDone(answer) && !IsOfAnotherSession(answer)))
                Wrong.Add($"{door.Pattern} takes {handler} from {who.Name}: {whose} ({(int)answer.Status} {answer.Location})");
        }
        return door.Handlers.Count;
    }

    IEnumerable<Whose> Cases() =>
        door.IsAboutFamilies ? Enum.GetValues<Whose>()
        : door.HasId ? OfWork
        : [Whose.Own];

    static bool IsIn(HttpStatusCode status) => (int)status is >= 200 and < 300;

    /// <summary>A redirect to anywhere but the way in, or an answer that is no refusal.</summary>
    static bool IsDone(Page answer) =>
        (int)answer.Status switch
        {
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound => false,
            >= 300 and < 400 => answer.Location is not { } to || !IsTheWayIn(to),
            _ => true,
        };

    static bool IsTheWayIn(string address) =>
        address.Contains("/sign-in", StringComparison.Ordinal)
        || address.Contains("/account", StringComparison.Ordinal)
        || address is "/my";

    /// <summary>The token of a parent's page belongs to her session; a form for anybody does not take it.</summary>
    bool IsOfAnotherSession(Page answer) =>
        who == MatrixTable.Parent && answer.Status == HttpStatusCode.BadRequest && !door.IsAboutFamilies;

    /// <summary>The answer as it would be for any other id: without the token, and without the id she typed herself.</summary>
    static string Masked(Page answer, string address) =>
        address
            .Split('/', '?', '&', '=')
            .Where(part => Guid.TryParse(part, out _))
            .Aggregate(
                $"{(int)answer.Status} {answer.Location}\n{Token().Replace(answer.Text, "")}",
                (said, id) => said.Replace(id, "", StringComparison.OrdinalIgnoreCase)
            );

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*>""")]
    private static partial Regex Token();
}
