namespace Nestwerk.Access;

/// <summary>Who is asking, with the roles she holds today. Loaded anew on every request: a role that ended gives nothing.</summary>
public sealed record Actor(Guid PersonId, string Name, bool SecondFactor, IReadOnlyList<Post> Posts)
{
    public static readonly Actor Nobody = new(Guid.Empty, "", false, []);

    /// <summary>All organisations she works for, also those she does not work for at this moment.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Everywhere { get; private init; } =
    [.. Posts.Select(post => (post.OrganisationId, post.OrganisationName)).Distinct()];

    /// <summary>The same person, working for one of her organisations only; all of them when it is not hers.</summary>
    public Actor At(Guid? house) =>
        house is { } id && Everywhere.Any(each => each.Id == id)
            ? this with
            {
                Posts = [.. Posts.Where(post => post.OrganisationId == id)],
            }
            : this;

    /// <summary>The teams she is in today; what a team holds, she holds.</summary>
    public IReadOnlyList<Guid> Teams { get; init; } = [];

    /// <summary>Under which ids something can be hers: her own, her teams' and her organisations'.</summary>
    public Guid[] Holders => [PersonId, .. Teams, .. Organisations.Select(house => house.Id)];

    /// <summary>What binds her: it limits what she may open, whatever her roles.</summary>
    public Secrecy Secrecy { get; init; }

    /// <summary>Who she is in her family, when she is a parent on her own page; null for everybody who works here.</summary>
    public Membership? Parent { get; init; }

    /// <summary>The session of this request; null in a narrow one and outside a request.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>She did nothing for a quarter of an hour: what is about families asks her to sign in again.</summary>
    public bool WasAway { get; init; }

    public bool IsSignedIn => PersonId != Guid.Empty;

    public bool Is(Role role) => Posts.Any(post => post.Role == role);

    public string Initials => InitialsOf(Name);

    public static string InitialsOf(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part[0]).Take(2));

    /// <summary>The organisations she works for, once each, in the order of her posts.</summary>
    public IEnumerable<(Guid Id, string Name)> Organisations =>
        Posts.Select(post => (post.OrganisationId, post.OrganisationName)).Distinct();
}

/// <summary>One appointment that holds today. <paramref name="Neighbours"/> are the organisations in the same networks, for who coordinates or cares; else empty.</summary>
public sealed record Post(Guid OrganisationId, string OrganisationName, Role Role, IReadOnlyList<Guid> Neighbours);

/// <summary>A member of a family on her own page.</summary>
/// <param name="Keeps">The children for whom she speaks.</param>
public sealed record Membership(Guid FamilyId, Guid MemberId, IReadOnlyList<Guid> Keeps);
