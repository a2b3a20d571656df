using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Nestwerk.Access;

/// <summary>The doors of the house. Every endpoint names one, or stands on the short list of anonymous ones.</summary>
public static class Policies
{
    /// <summary>Signed in with a second factor and appointed somewhere today.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>May see the meetings of an organisation.</summary>
    public const string Meetings = nameof(Meetings);

    /// <summary>The same, also by a narrow session of this meeting on this device.</summary>
    public const string Running = nameof(Running);

    /// <summary>May write in a recipe book.</summary>
    public const string Editors = nameof(Editors);

    /// <summary>May say who works at an organisation.</summary>
    public const string People = nameof(People);

    /// <summary>May change how this instance is set up.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>Stands, or could stand, beside families; which ones is asked of each row.</summary>
    public const string Families = nameof(Families);

    /// <summary>Watches over the data of families.</summary>
    public const string Officer = nameof(Officer);

    /// <summary>Reads afterwards why somebody looked in an emergency.</summary>
    public const string Reviewers = nameof(Reviewers);

    /// <summary>A parent on her own page, with her own PIN.</summary>
    public const string Parent = nameof(Parent);

    /// <summary>How a parent's session is known: a cookie of its own, apart from that of who works here.</summary>
    public const string ParentScheme = "Parent";

    /// <summary>Signed in, perhaps still without a second factor: her own account pages.</summary>
    public const string Account = nameof(Account);

    public static void Add(AuthorizationOptions options)
    {
        Door(options, Staff, IsStaff);
        Door(options, Meetings, SeesMeetings);
        Door(options, Running, SeesMeetings, IdentityConstants.ApplicationScheme, NarrowPassHandler.Name);
        Door(options, Editors, actor => AccessPolicy.Reach(actor, DataClass.Public, Act.Write).Length > 0);
        Door(options, People, actor => AccessPolicy.Reach(actor, DataClass.Staff, Act.Write).Length > 0);
        Door(options, Settings, actor => actor.SecondFactor && actor.Is(Role.PlatformAdmin));
        Door(options, Families, actor => !actor.WasAway && StandsBesideFamilies(actor));
        Door(options, Officer, actor => !actor.WasAway && actor.SecondFactor && actor.Is(Role.ProtectionOfficer));
        Door(options, Reviewers, actor => !actor.WasAway && Reviews(actor));
        Door(options, Parent, actor => actor is { SecondFactor: true, Parent: not null }, ParentScheme);
        Door(options, Account, actor => actor.IsSignedIn);
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }

    /// <summary>The rule of <see cref="Staff"/>, for the frame around a page.</summary>
    public static bool IsStaff(Actor actor) => actor.SecondFactor && actor.Posts.Count > 0;

    /// <summary>The rule of <see cref="Families"/>, for a link in the bar.</summary>
    public static bool StandsBesideFamilies(Actor actor) =>
        AccessPolicy.CouldEver(actor, DataClass.Contact, Act.Read) && !actor.Posts.All(post => post.Role == Role.ProtectionOfficer);

    /// <summary>The rule of <see cref="Reviewers"/>.</summary>
    public static bool Reviews(Actor actor) =>
        actor.SecondFactor && (actor.Is(Role.ProtectionOfficer) || actor.Is(Role.NetworkCoordinator));

    static bool SeesMeetings(Actor actor) => AccessPolicy.Reach(actor, DataClass.Working, Act.Read).Length > 0;

    static void Door(AuthorizationOptions options, string name, Func<Actor, bool> opens, params string[] schemes) =>
        options.AddPolicy(
            name,
            policy =>
                policy
                    .AddAuthenticationSchemes(schemes)
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context => opens(((HttpContext)context.Resource!).Features.Get<Actor>() ?? Actor.Nobody))
        );
}
