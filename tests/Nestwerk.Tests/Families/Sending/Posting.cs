using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Data;
using Nestwerk.Families;
using Nestwerk.Families.Sending;
using Nestwerk.Shared.Sending;
using Nestwerk.Tests.Host;
using Nestwerk.Tests.World;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>What the tests of messages do again and again.</summary>
static class Posting
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>No round by itself: a test says when.</summary>
    public static void OnlyWhenAsked(WebApplicationBuilder builder)
    {
        foreach (var rounds in builder.Services.Where(each => each.ImplementationType == typeof(SendingRounds<FamilyMessage>)).ToList())
            builder.Services.Remove(rounds);
    }

    /// <summary>A confirmed mobile number of the mother, unless said otherwise.</summary>
    public static async Task<ContactChannel> ReachAsync(
        this NestwerkApp app,
        AFamily family,
        string value = "0470 00 00 01",
        ChannelKind kind = ChannelKind.Mobile,
        bool confirmed = true
    )
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var channel = await scope
            .ServiceProvider.GetRequiredService<FamilyDesk>()
            .AddChannelAsync(family.Mother, kind, value, family.Seal, null, Cancel);
        if (confirmed)
            channel.Confirm(Confirmation.Spoken, Everybody.Midwife.Id, app.Time.Utc);
        await db.SaveChangesAsync(Cancel);
        return channel;
    }

    /// <summary>Asks for a message as a page does, and keeps it.</summary>
    public static async Task<Verdict> WriteAsync(this NestwerkApp app, ContactChannel channel, Message message)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NestwerkDb>();
        var hers = await db.Set<ContactChannel>().SingleAsync(each => each.FamilyId == channel.FamilyId && each.Id == channel.Id, Cancel);
        var verdict = await scope.ServiceProvider.GetRequiredService<Messages>().SendAsync(hers, message, Cancel);
        await db.SaveChangesAsync(Cancel);
        return verdict;
    }

    public static Task<int> PostAsync(this NestwerkApp app) => app.Services.GetRequiredService<Sender<FamilyMessage>>().RunAsync(Cancel);

    public static Task<List<FamilyMessage>> MessagesAsync(this NestwerkApp app, Guid family) =>
        app.InDbAsync(db => db.Set<FamilyMessage>().AsNoTracking().Where(row => row.FamilyId == family).ToListAsync(Cancel));

    /// <summary>Whether anything still waits to leave.</summary>
    public static Task<bool> WaitAsync(this NestwerkApp app) =>
        app.InDbAsync(db => db.Set<FamilyMessage>().AnyAsync(row => row.SentAt == null && row.GivenUpAt == null, Cancel));

    public static Task<List<CallTask>> CallsAsync(this NestwerkApp app, Guid family) =>
        app.InDbAsync(db => db.Set<CallTask>().AsNoTracking().Where(row => row.FamilyId == family).ToListAsync(Cancel));

    public static Task ChangeAsync(this NestwerkApp app, ContactChannel channel, Action<ContactChannel> change) =>
        app.InDbAsync(async db =>
        {
            change(await db.Set<ContactChannel>().SingleAsync(each => each.FamilyId == channel.FamilyId && each.Id == channel.Id, Cancel));
            return await db.SaveChangesAsync(Cancel);
        });
}
