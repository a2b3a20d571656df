using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Nestwerk.Families.Sending;
using Nestwerk.Shared.Sending;

namespace Nestwerk.Tests.Families.Sending;

/// <summary>Every step at which a sender can die, in the order in which it comes to them.</summary>
enum DiesAt
{
    /// <summary>It has the row in hand and has not looked at it.</summary>
    Leased,

    /// <summary>It knows what to say and has not written down that it begins.</summary>
    Prepared,

    /// <summary>It wrote that down and has not opened the line.</summary>
    Begun,

    /// <summary>The other side has it and has not taken it.</summary>
    Heard,

    /// <summary>The other side took it; the answer is still on the line.</summary>
    Taken,

    /// <summary>It heard the answer and has not written it down.</summary>
    Answered,
}

/// <summary>Lets the sender die at one step, once: everything after it does not happen, as when the process is killed.</summary>
sealed class Crashes
{
    public DiesAt? At { get; set; }

    public static Action<WebApplicationBuilder> Possible(Crashes crashes) =>
        builder =>
        {
            Posting.OnlyWhenAsked(builder);
            builder
                .Services.AddScoped<FamilyPost>()
                .AddScoped<IPost<FamilyMessage>>(provider => new Post(provider.GetRequiredService<FamilyPost>(), crashes));
        };

    void Pass(DiesAt step)
    {
        if (At != step)
            return;
        At = null;
        throw new CrashException();
    }

    sealed class Post(FamilyPost post, Crashes crashes) : IPost<FamilyMessage>
    {
        public bool IsOpen => post.IsOpen;

        public async Task<Step> PrepareAsync(FamilyMessage row, CancellationToken cancel)
        {
            crashes.Pass(DiesAt.Leased);
            var step = await post.PrepareAsync(row, cancel);
            if (step is not Step.Go go)
                return step;
            crashes.Pass(DiesAt.Prepared);
            return go with { Channel = new Line(go.Channel, crashes) };
        }

        public Task GaveUpAsync(FamilyMessage row, CancellationToken cancel) => post.GaveUpAsync(row, cancel);
    }

    sealed class Line(IMessageChannel channel, Crashes crashes) : IMessageChannel
    {
        public bool Carries(MessageWay way) => channel.Carries(way);

        public async Task<Delivery> SendAsync(Parcel parcel, CancellationToken cancel)
        {
            crashes.Pass(DiesAt.Begun);
            var answer = await channel.SendAsync(parcel, cancel);
            crashes.Pass(DiesAt.Heard);
            crashes.Pass(DiesAt.Taken);
            crashes.Pass(DiesAt.Answered);
            return answer;
        }

        public Task<bool?> WasTakenAsync(Parcel parcel, CancellationToken cancel) => channel.WasTakenAsync(parcel, cancel);
    }
}

sealed class CrashException() : Exception("The sender died here.");
